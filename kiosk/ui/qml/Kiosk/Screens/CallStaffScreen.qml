import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// Large enough to be read from across the hall: somebody here wants an officer. Nothing else carries the call.
Rectangle {
    id: screen

    required property ShellViewModel shell
    readonly property Words words: screen.shell.words

    color: Theme.emerald

    ZelligePattern {
        anchors.fill: parent
        cell: Theme.size(34)
        ink: Theme.emeraldPattern
    }
    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.readingWidth)
        spacing: Theme.gapLarge

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "hand-waving"
            color: Theme.saffron
            size: Math.min(Theme.size(70), screen.height * 0.34)
        }
        AppText {
            width: parent.width
            text: screen.words.call_shown
            horizontalAlignment: Text.AlignHCenter
            color: Theme.nightInk
            lineHeight: 1
            font.pixelSize: Theme.size(18)
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        AppText {
            width: parent.width
            text: screen.words.call_staff_how
            horizontalAlignment: Text.AlignHCenter
            color: Theme.nightInk
            font.pixelSize: Theme.heading
        }
        AppText {
            width: parent.width
            text: screen.words.call_staff_child
            horizontalAlignment: Text.AlignHCenter
            color: Theme.nightInk
            font.pixelSize: Theme.heading
        }
        Flow {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, numbers.width + way.width + spacing)
            spacing: Theme.gap

            TextButton {
                id: numbers
                text: screen.words.emergency
                iconName: "phone-call"
                ground: Theme.alarm
                groundPressed: Theme.alarmPressed
                onClicked: screen.shell.show("Emergency")
            }
            TextButton {
                id: way
                text: screen.words.leave_quickly
                iconName: "x"
                onClicked: screen.shell.leave()
            }
        }
    }
}
