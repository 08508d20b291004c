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
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.max(0, (answer.y - height) / 2)
        width: Math.min(parent.width - 2 * Theme.margin, Theme.readingWidth)
        spacing: Theme.gapLarge
        scale: Math.min(1, (answer.y - Theme.gap) / Math.max(1, height))

        AppText {
            width: parent.width
            text: prompt.words.still_here
            horizontalAlignment: Text.AlignHCenter
            color: Theme.nightInk
            lineHeight: 1
            font.pixelSize: Theme.size(15)
            font.weight: Font.DemiBold
        }
        CountdownRing {
            anchors.horizontalCenter: parent.horizontalCenter
            seconds: prompt.shell.secondsLeft
        }
        AppText {
            width: parent.width
            text: prompt.words.still_here_how
            horizontalAlignment: Text.AlignHCenter
            color: Theme.nightInkSoft
        }
    }
    TextButton {
        id: answer
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        height: Theme.size(34)
        text: prompt.words.i_am_here
        iconName: "hand-palm"
        large: true
        ground: Theme.saffron
        groundPressed: Theme.nightInk
        ink: Theme.nightDeep
        onClicked: prompt.shell.stillHere()
    }
}
