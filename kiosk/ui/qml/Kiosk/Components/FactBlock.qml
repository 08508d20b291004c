pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Values

// A figure with what it counts under it.
Rectangle {
    id: fact

    required property PageBlock block
    required property int index
    required property Lit spoken
    // Those that stand side by side have one size.
    property list<real> steps: fact.width < Theme.size(140) ? [Theme.head, Theme.lead] : [Theme.title, Theme.head, Theme.lead]
    readonly property int count: fact.block.sides.length

    implicitHeight: column.height + Theme.gap + Theme.gapSmall
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.border
    border.color: Theme.hairline

    // What somebody does for it.
    Image {
        id: step
        anchors.left: parent.left
        anchors.leftMargin: width > 0 ? Theme.gapSmall : 0
        anchors.verticalCenter: parent.verticalCenter
        width: fact.block.picture === "" || fact.width < Theme.size(70) ? 0 : Theme.size(16)
        height: width
        source: fact.block.picture
        sourceSize: Qt.size(Theme.size(16), Theme.size(16))
    }
    Column {
        id: column
        anchors.left: step.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.gapSmall
        anchors.rightMargin: Theme.gapSmall
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.size(1)

        Row {
            id: figures
            width: parent.width
            spacing: Theme.gapLarge
            LayoutMirroring.enabled: false
            LayoutMirroring.childrenInherit: true

            Repeater {
                model: fact.block.sides

                Headline {
                    required property Side modelData

                    width: (figures.width - (fact.count - 1) * figures.spacing) / fact.count
                    text: modelData.text
                    place: fact.index + ".text"
                    language: modelData.language
                    spoken: fact.spoken
                    steps: fact.steps
                    lines: 1
                    horizontalAlignment: modelData.rightToLeft ? Text.AlignRight : Text.AlignLeft
                    color: Theme.emerald
                    Accessible.role: Accessible.StaticText
                }
            }
        }
        Sides {
            width: parent.width
            model: fact.block.labels
            place: fact.index + ".label"
            spoken: fact.spoken
            ink: Theme.inkSoft
            pixelSize: Theme.caption
            lineHeight: 0.95
        }
    }
}
