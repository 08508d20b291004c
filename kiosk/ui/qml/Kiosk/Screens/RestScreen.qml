pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.ViewModels

// Closed, or an emergency: all languages at once; a touch says it aloud.
Rectangle {
    id: screen

    required property ModeViewModel mode
    required property NarrationViewModel announcer
    readonly property bool wide: width > height

    color: screen.mode.emergency ? Theme.alarm : Theme.nightDeep

    ZelligePattern {
        visible: !screen.mode.emergency
        anchors.fill: parent
        cell: Theme.size(34)
        ink: "#12393d"
    }
    MouseArea {
        anchors.fill: parent
        onClicked: screen.announcer.toggle()
    }
    Grid {
        anchors.centerIn: parent
        columns: screen.wide ? screen.mode.rest.length : 1
        spacing: screen.wide ? Theme.margin : Theme.margin * 1.5

        Repeater {
            model: screen.mode.rest

            Column {
                id: side

                required property var modelData

                width: screen.wide ? (screen.width - (screen.mode.rest.length + 1) * Theme.margin) / screen.mode.rest.length : screen.width - 2 * Theme.margin
                spacing: Theme.gap

                AppText {
                    width: parent.width
                    text: side.modelData.title
                    horizontalAlignment: Text.AlignHCenter
                    color: Theme.nightInk
                    lineHeight: 1
                    font.pixelSize: Theme.size(12)
                    font.weight: Font.DemiBold
                    Accessible.role: Accessible.Heading
                }
                Repeater {
                    model: side.modelData.lines

                    AppText {
                        required property string modelData

                        width: parent?.width ?? 0
                        text: modelData
                        horizontalAlignment: Text.AlignHCenter
                        color: Theme.nightInk
                        font.pixelSize: screen.mode.emergency ? Theme.heading : Theme.body
                    }
                }
            }
        }
    }
}
