pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Values

// One block of a page, drawn by its kind.
Item {
    id: view

    required property PageBlock block
    required property int index
    property Lit spoken: null
    property bool mirror: false
    property bool brief: false
    property bool roomy: false
    signal opened(identifier: string)

    implicitHeight: body.height

    Loader {
        id: body
        width: parent.width - (mark.visible ? Theme.size(8) + Theme.gap : 0)
        anchors.left: parent.left
        sourceComponent: {
            switch (view.block.kind) {
            case "heading":
                return heading;
            case "notice":
                return notice;
            case "link":
                return link;
            case "number":
                return number;
            case "fact":
                return fact;
            case "evidence":
            case "row":
                return labelled;
            default:
                return paragraph;
            }
        }
    }
    Component {
        id: heading

        BlockHeading {
            block: view.block
            index: view.index
            spoken: view.spoken
        }
    }
    Component {
        id: notice

        SidesPanel {
            labels: view.block.labels
            sides: view.block.sides
            index: view.index
            spoken: view.spoken
            iconName: view.block.icon
            mirror: view.mirror
        }
    }
    Component {
        id: link

        CardRow {
            text: view.block.labels[view.mirror ? view.block.labels.length - 1 : 0].text
            summary: view.block.sides[view.mirror ? view.block.sides.length - 1 : 0].text
            iconName: view.block.icon
            mirror: view.mirror
            language: view.block.sides[view.mirror ? view.block.sides.length - 1 : 0].language
            index: view.index
            spoken: view.spoken
            onClicked: view.opened(view.block.target)
        }
    }
    Component {
        id: number

        NumberBlock {
            block: view.block
            index: view.index
            spoken: view.spoken
        }
    }
    Component {
        id: fact

        FactBlock {
            block: view.block
            index: view.index
            spoken: view.spoken
        }
    }
    Component {
        id: labelled

        Item {
            id: pair

            readonly property bool paper: view.block.kind === "evidence"

            implicitHeight: Math.max(sign.height, texts.implicitHeight)

            BlockSign {
                id: sign
                anchors.left: parent.left
                y: Theme.size(0.8)
                block: view.block
                side: Theme.size(pair.paper ? 15 : 11)
            }
            Column {
                id: texts
                y: pair.paper ? Math.max(0, (sign.height - height) / 2) : 0
                anchors.left: sign.right
                anchors.right: parent.right
                anchors.leftMargin: Theme.gap
                spacing: Theme.gapSmall

                Sides {
                    width: parent.width
                    model: view.block.labels
                    place: view.index + ".label"
                    spoken: view.spoken
                    weight: pair.paper ? Font.DemiBold : Font.Normal
                    ink: pair.paper ? Theme.ink : Theme.inkSoft
                    pixelSize: pair.paper ? Theme.body : Theme.caption
                    lineHeight: 1
                }
                Sides {
                    visible: !view.brief || view.block.kind !== "evidence"
                    width: parent.width
                    model: view.block.sides
                    place: view.index + ".text"
                    spoken: view.spoken
                    weight: pair.paper ? Font.Normal : Font.DemiBold
                    ink: pair.paper ? Theme.inkSoft : Theme.ink
                    pixelSize: pair.paper ? Theme.caption : Theme.body
                    lineHeight: 1
                }
            }
        }
    }
    Component {
        id: paragraph

        Sides {
            model: view.block.sides
            place: view.index + ".text"
            spoken: view.spoken
            pixelSize: view.roomy ? Theme.lead : Theme.body
            lineHeight: view.roomy ? 1 : Theme.lineHeight
        }
    }

    // The mark of what is to be confirmed; one note of the page says what to do.
    Icon {
        id: mark
        visible: view.block.confirm !== ""
        anchors.right: parent.right
        name: "question"
        directional: true
        mirror: view.mirror
        color: Theme.saffronInk
        size: Theme.size(8)
        Accessible.ignored: false
        Accessible.role: Accessible.Graphic
        Accessible.name: view.block.confirm
    }
}
