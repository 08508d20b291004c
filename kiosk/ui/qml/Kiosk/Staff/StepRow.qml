pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme

// A quantity in a few steps: less, bars that grow, more.
Rectangle {
    id: row

    required property string title
    required property string iconName
    required property string lessName
    required property string moreName
    required property list<int> steps
    required property int value
    property string note: ""
    readonly property int place: row.steps.indexOf(row.value)

    signal chosen(int value)

    implicitHeight: column.implicitHeight + 2 * Theme.gap
    radius: Theme.radius
    color: Theme.surface
    border.color: Theme.hairline
    border.width: Theme.border

    Column {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gap
        spacing: Theme.gap

        Row {
            width: parent.width
            spacing: Theme.gapSmall

            Icon {
                id: sign
                name: row.iconName
                color: Theme.emerald
            }
            AppText {
                width: parent.width - sign.width - Theme.gapSmall
                anchors.verticalCenter: parent.verticalCenter
                text: row.title
                lineHeight: 1
                font.weight: Font.DemiBold
                Accessible.name: row.title + ", " + row.value + " %"
            }
        }
        Item {
            width: parent.width
            height: less.implicitHeight

            KeyButton {
                id: less
                anchors.left: parent.left
                text: row.lessName
                iconName: "minus"
                enabled: row.place > 0
                onClicked: row.chosen(row.steps[row.place - 1])
            }
            Row {
                id: bars
                anchors.left: less.right
                anchors.right: more.left
                anchors.margins: Theme.gap
                height: parent.height
                spacing: Theme.gapSmall

                Repeater {
                    model: row.steps.length

                    Rectangle {
                        required property int index

                        anchors.bottom: parent.bottom
                        width: (bars.width - (row.steps.length - 1) * bars.spacing) / row.steps.length
                        height: bars.height * (0.36 + 0.64 * (index + 1) / row.steps.length)
                        radius: Theme.size(1.4)
                        color: index <= row.place ? Theme.emerald : Theme.hairline
                    }
                }
            }
            KeyButton {
                id: more
                anchors.right: parent.right
                text: row.moreName
                iconName: "plus"
                enabled: row.place < row.steps.length - 1
                onClicked: row.chosen(row.steps[row.place + 1])
            }
        }
        AppText {
            visible: text !== ""
            width: parent.width
            text: row.note
            color: Theme.inkSoft
            lineHeight: 1
            font.pixelSize: Theme.caption
        }
    }
}
