pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Values

// An item's picture, and under it its name and what it is in a sentence.
Item {
    id: head

    required property list<var> title
    required property list<var> lead
    required property string iconName
    required property string picture
    property string source: ""
    property string credit: ""
    property color accent: Theme.emerald
    property bool wide: false
    // The picture beside the name, where there is little room above it.
    property bool beside: false
    // What head and picture may take of the height, and the picture alone.
    property real room: 0
    property real share: 0
    // What the rest of the page leaves: a short page has a larger picture.
    property real spare: 0
    // Blocks of the page whose figures stand here.
    property list<var> facts: []
    property Lit spoken: null
    readonly property bool bilingual: head.title.length > 1

    implicitHeight: head.wide ? head.room : head.beside ? scene.height : scene.height + texts.height + Theme.gapLarge

    Scene {
        id: scene
        anchors.left: parent.left
        width: head.beside ? Math.round(head.width * 0.36) : parent.width
        height: Math.round(head.beside ? Math.max(Theme.size(64), texts.height + 2 * Theme.gapLarge) : Math.max(Theme.size(36), head.wide ? 0 : Math.min(head.spare - texts.height - Theme.gapLarge, 1.5 * head.share), Math.min(head.wide ? head.room : head.share, head.room - texts.height - Theme.gapLarge - (head.wide ? Theme.margin : 0))))
        iconName: head.iconName
        source: head.source
        credit: head.credit
        description: head.picture
        accent: head.accent
    }
    Column {
        id: texts
        y: head.beside ? (scene.height - height) / 2 : scene.height + Theme.gapLarge
        anchors.left: head.beside ? scene.right : parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        spacing: Theme.gap

        Row {
            id: titles
            width: parent.width
            spacing: Theme.gapLarge
            LayoutMirroring.enabled: false
            LayoutMirroring.childrenInherit: true

            Repeater {
                model: head.title

                Headline {
                    required property Side modelData

                    width: (titles.width - (head.title.length - 1) * titles.spacing) / head.title.length
                    text: Theme.tied(modelData.text)
                    Accessible.name: modelData.text
                    place: "title"
                    language: modelData.language
                    spoken: head.spoken
                    steps: head.bilingual || head.wide || head.beside ? [Theme.head, Theme.lead, Theme.body] : [Theme.title, Theme.head, Theme.lead]
                    lines: head.bilingual || head.wide || head.beside ? 3 : 2
                    horizontalAlignment: modelData.rightToLeft ? Text.AlignRight : Text.AlignLeft
                    color: head.accent
                }
            }
        }
        Sides {
            width: parent.width
            model: head.lead
            place: "lead"
            spoken: head.spoken
            ink: Theme.inkSoft
            pixelSize: head.bilingual && head.wide ? Theme.caption : head.bilingual || head.wide || head.beside ? Theme.body : Theme.lead
            lineHeight: 0.95
        }
        Flow {
            id: figures
            readonly property int count: head.facts.filter(block => block.kind === "fact" && !block.more).length

            visible: count > 0
            width: parent.width
            spacing: Theme.gapSmall

            Repeater {
                model: head.facts

                FactBlock {
                    required property PageBlock modelData

                    visible: modelData.kind === "fact" && !modelData.more
                    width: figures.count === 1 || head.bilingual ? figures.width : Math.floor((figures.width - figures.spacing) / 2)
                    block: modelData
                    spoken: head.spoken
                    steps: [Theme.head, Theme.lead]
                }
            }
        }
    }
}
