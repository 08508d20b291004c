import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// "Are you still here?", with the seconds that remain. Any touch is the answer before it reaches the screen (TouchWatch).
Rectangle {
    id: prompt

    required property ShellViewModel shell
    readonly property Words words: prompt.shell.words

    color: Theme.nightDeep
    Accessible.role: Accessible.AlertMessage
    Accessible.name: prompt.words.still_here

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.readingWidth)
        spacing: Theme.gapLarge

        AppText {
            width: parent.width
            text: prompt.words.still_here
            horizontalAlignment: Text.AlignHCenter
            color: Theme.nightInk
            lineHeight: 1
            font.pixelSize: Theme.titleSize
            font.weight: Font.DemiBold
        }
        AppText {
            width: parent.width
            text: prompt.shell.secondsLeft.toString()
            horizontalAlignment: Text.AlignHCenter
            color: Theme.saffron
            lineHeight: 1
            font.pixelSize: Theme.size(44)
            font.weight: Font.Bold
        }
        AppText {
            width: parent.width
            text: prompt.words.still_here_how
            horizontalAlignment: Text.AlignHCenter
            color: Theme.nightInkSoft
        }
        TextButton {
            anchors.horizontalCenter: parent.horizontalCenter
            text: prompt.words.i_am_here
            iconName: "hand-palm"
            ground: Theme.saffron
            groundPressed: Theme.nightInk
            ink: Theme.nightDeep
            onClicked: prompt.shell.stillHere()
        }
    }
}
