import QtQuick
import Kiosk.Theme
import Kiosk.Values

// The title of a section; before it what somebody does there, for those who do not read.
Column {
    id: heading

    required property PageBlock block
    required property int index
    required property Lit spoken

    topPadding: Theme.gap
    spacing: Theme.gapSmall

    Item {
        width: parent.width
        height: Math.max(step.height, title.height)

        Image {
            id: step
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            width: heading.block.picture === "" ? 0 : Theme.size(16)
            height: width
            source: heading.block.picture
            sourceSize: Qt.size(Theme.size(16), Theme.size(16))
        }
        Item {
            anchors.left: step.right
            anchors.right: parent.right
            anchors.leftMargin: step.width > 0 ? Theme.gap : 0
            anchors.verticalCenter: parent.verticalCenter
            height: title.height

            Sides {
                id: title
                width: parent.width
                model: heading.block.sides
                place: heading.index + ".text"
                spoken: heading.spoken
                pixelSize: Theme.lead
                weight: Font.Bold
                ink: Theme.emerald
                lineHeight: 1
                heading: true
            }
        }
    }
    Rectangle {
        width: parent.width
        height: Theme.border
        color: Theme.hairline
    }
}
