pragma ComponentBehavior: Bound

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
    readonly property bool wide: width > height

    component Line: AppText {
        width: parent?.width ?? 0
        horizontalAlignment: Text.AlignHCenter
        color: Theme.nightInk
        lineHeight: 1
        font.pixelSize: screen.wide ? Theme.body : Theme.lead
    }

    color: Theme.emerald

    ZelligePattern {
        anchors.fill: parent
        cell: Theme.size(34)
        ink: Theme.emeraldPattern
    }
    Icon {
        id: hand
        anchors.horizontalCenter: parent.horizontalCenter
        y: (said.y - height) / 2
        name: "hand-waving"
        color: Theme.saffron
        size: Math.min(Theme.size(120), Math.max(0, said.y) * 0.82)
    }
    Column {
        id: said
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: ways.top
        anchors.bottomMargin: Theme.margin
        width: Math.min(parent.width - 2 * Theme.margin, Theme.readingWidth)
        spacing: Theme.gap

        Headline {
            width: parent.width
            text: screen.words.call_shown
            steps: screen.wide ? [Theme.title, Theme.head] : [Theme.display, Theme.title, Theme.head]
            horizontalAlignment: Text.AlignHCenter
            color: Theme.nightInk
        }
        Line {
            text: screen.words.call_staff_how
        }
        Line {
            text: screen.words.call_staff_child
        }
    }
    Row {
        id: ways
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.margin
        width: said.width
        spacing: Theme.gap

        TextButton {
            width: (ways.width - ways.spacing) / 2
            implicitHeight: Theme.size(28)
            text: screen.words.emergency
            iconName: "phone-call"
            ground: Theme.alarm
            groundPressed: Theme.alarmPressed
            onClicked: screen.shell.show("Emergency")
        }
        TextButton {
            width: (ways.width - ways.spacing) / 2
            implicitHeight: Theme.size(28)
            text: screen.words.leave_quickly
            iconName: "x"
            onClicked: screen.shell.leave()
        }
    }
}
