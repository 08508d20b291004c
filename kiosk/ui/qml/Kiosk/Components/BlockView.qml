pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Values

// One block of a page, drawn by its kind.
Loader {
    id: view

    required property PageBlock block
    required property int index
    property Lit spoken: null
    property bool mirror: false
    signal opened(identifier: string)

    sourceComponent: {
        switch (view.block.kind) {
        case "heading":
            return heading;
        case "notice":
            return notice;
        case "link":
            return link;
        case "evidence":
        case "row":
            return labelled;
        default:
            return paragraph;
        }
    }

    Component {
        id: toConfirm

        Sides {
            model: view.block.confirm
            ink: Theme.saffronInk
            weight: Font.Medium
            pixelSize: Theme.caption
            lineHeight: 1
        }
    }
    Component {
        id: heading

        Column {
            topPadding: Theme.gapLarge
            spacing: Theme.gapSmall

            Sides {
                width: parent.width
                model: view.block.sides
                place: view.index + ".text"
                spoken: view.spoken
                pixelSize: Theme.heading
                weight: Font.DemiBold
                ink: Theme.emerald
                lineHeight: 1
                heading: true
            }
            Rectangle {
                width: parent.width
                height: Theme.border
                color: Theme.hairline
            }
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
        id: labelled

        Item {
            id: pair

            readonly property bool paper: view.block.kind === "evidence"

            implicitHeight: Math.max(sign.height, texts.implicitHeight)

            Rectangle {
                id: sign
                anchors.left: parent.left
                y: Theme.size(0.8)
                width: Theme.size(11)
                height: width
                radius: Theme.radius
                color: Theme.emeraldWash

                Icon {
                    anchors.centerIn: parent
                    name: view.block.icon
                    color: Theme.emerald
                    size: Theme.size(7)
                }
            }
            Column {
                id: texts
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
                    pixelSize: pair.paper ? Theme.body : Theme.label
                    lineHeight: 1
                }
                Sides {
                    width: parent.width
                    model: view.block.sides
                    place: view.index + ".text"
                    spoken: view.spoken
                    weight: pair.paper ? Font.Normal : Font.DemiBold
                    ink: pair.paper ? Theme.inkSoft : Theme.ink
                    pixelSize: pair.paper ? Theme.label : Theme.body
                    lineHeight: 1
                }
                Loader {
                    active: view.block.confirm.length > 0
                    visible: active
                    width: parent.width
                    sourceComponent: toConfirm
                }
            }
        }
    }
    Component {
        id: paragraph

        Column {
            spacing: Theme.gapSmall

            Sides {
                width: parent.width
                model: view.block.sides
                place: view.index + ".text"
                spoken: view.spoken
            }
            Loader {
                active: view.block.confirm.length > 0
                visible: active
                width: parent.width
                sourceComponent: toConfirm
            }
        }
    }
}
