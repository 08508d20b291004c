pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Values

// To somebody who may be in danger: what to call, above the results and without taking their place.
Rectangle {
    id: strip

    property real margin: Theme.margin
    required property Words words
    required property list<var> rows
    signal opened(identifier: string)

    visible: rows.length > 0
    height: visible ? column.height + 2 * Theme.gapSmall : 0
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: Theme.size(0.6)
        anchors.bottom: parent.bottom
        color: Theme.alarm
    }
    Column {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: strip.margin
        anchors.rightMargin: strip.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gapSmall

        AppText {
            width: parent.width
            text: strip.words.maybe_danger
            color: Theme.alarm
            lineHeight: 1
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }
        Flow {
            width: parent.width
            spacing: Theme.gapSmall

            Repeater {
                model: strip.rows

                QuietButton {
                    id: one

                    required property ItemCard modelData
                    required property int index
                    readonly property bool officer: index === strip.rows.length - 1

                    text: one.officer ? modelData.name : modelData.summary
                    iconName: modelData.icon
                    ink: one.officer ? Theme.ink : Theme.alarm
                    edge: one.officer ? Theme.line : Theme.alarm
                    Accessible.description: one.officer ? modelData.summary : modelData.name
                    onClicked: strip.opened(modelData.identifier)
                }
            }
        }
    }
}
