import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// While something is read aloud: its words where the screen does not show them, and what a listener may want.
Rectangle {
    id: panel

    required property ShellViewModel shell
    required property NarrationViewModel narration
    readonly property Words words: panel.shell.words

    implicitHeight: column.implicitHeight + 2 * Theme.gapSmall
    color: Theme.nightDeep

    Column {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.gapSmall
        y: Theme.gapSmall
        spacing: Theme.gapSmall

        SpokenText {
            visible: panel.narration.transcript !== ""
            width: parent.width
            leftPadding: Theme.gap
            rightPadding: Theme.gap
            text: panel.narration.transcript
            language: panel.narration.lit.language
            spoken: panel.narration.lit
            onNight: true
            color: Theme.nightInk
            lineHeight: 1
            font.pixelSize: Theme.caption
        }
        Item {
            width: parent.width
            height: keys.height

            Row {
                id: keys
                // As on every player: these keys are not mirrored.
                anchors.left: parent.left
                spacing: Theme.size(0.6)
                LayoutMirroring.enabled: false

                BarButton {
                    text: panel.words.previous
                    iconName: "skip-back"
                    onClicked: panel.narration.previous()
                }
                BarButton {
                    text: panel.words.repeat
                    iconName: "arrow-counter-clockwise"
                    onClicked: panel.narration.repeat()
                }
                BarButton {
                    text: panel.narration.paused ? panel.words.resume : panel.words.pause
                    iconName: panel.narration.paused ? "play" : "pause"
                    onClicked: panel.narration.pauseOrResume()
                }
                BarButton {
                    text: panel.words.next
                    iconName: "skip-forward"
                    onClicked: panel.narration.next()
                }
                BarButton {
                    text: panel.words.speed
                    Accessible.name: text + " " + panel.narration.speed
                    sign: panel.narration.speed
                    onClicked: panel.narration.changeSpeed()
                }
                BarButton {
                    text: panel.words.quieter
                    iconName: "speaker-low"
                    enabled: panel.narration.canBeQuieter
                    onClicked: panel.narration.quieter()
                }
                Level {
                    anchors.verticalCenter: parent.verticalCenter
                    height: Theme.size(9)
                    level: panel.narration.volume / 20
                    Accessible.role: Accessible.StaticText
                    Accessible.name: panel.words.volume + " " + panel.narration.volume + "%"
                }
                BarButton {
                    text: panel.words.louder
                    iconName: "speaker-high"
                    enabled: panel.narration.canBeLouder
                    onClicked: panel.narration.louder()
                }
            }
        }
    }
    SilentMark {
        visible: !panel.narration.audible
        // Beside the keys, which are not mirrored.
        LayoutMirroring.enabled: false
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gapSmall
        height: keys.height
        text: panel.words.no_voice
    }
}
