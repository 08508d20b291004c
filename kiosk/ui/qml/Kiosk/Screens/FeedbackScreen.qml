pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// One question before the visitor goes, and a way past it; then thanks.
Rectangle {
    id: screen

    required property ShellViewModel shell
    required property FeedbackViewModel feedback
    readonly property Words words: screen.shell.words
    readonly property bool wide: width > height

    color: Theme.nightDeep

    ZelligePattern {
        anchors.fill: parent
        cell: Theme.size(34)
        ink: Theme.nightDeepPattern
    }
    ItemPicture {
        id: star
        visible: screen.feedback.thanks || !screen.wide
        anchors.horizontalCenter: parent.horizontalCenter
        y: (said.y - height) / 2
        width: Math.round(Math.min(said.y * 0.7, Theme.size(150)))
        height: width
        iconName: screen.feedback.thanks ? "hands-clapping" : "chat-circle-dots"
        fill: Theme.emerald
    }
    Column {
        id: said
        anchors.horizontalCenter: parent.horizontalCenter
        y: screen.feedback.thanks ? parent.height * 0.55 : screen.wide ? Theme.margin * 2 : ways.y - height - Theme.margin
        width: Math.min(parent.width - 2 * Theme.margin, Theme.size(330))
        spacing: Theme.gap

        Headline {
            width: parent.width
            text: screen.feedback.thanks ? screen.words.feedback_thanks : screen.words.feedback_question
            steps: screen.wide ? [Theme.title, Theme.head] : [Theme.display, Theme.title, Theme.head]
            lines: 3
            horizontalAlignment: Text.AlignHCenter
            color: Theme.nightInk
        }
        AppText {
            width: parent.width
            text: screen.feedback.thanks ? screen.words.feedback_ready : screen.words.feedback_how
            horizontalAlignment: Text.AlignHCenter
            color: Theme.nightInkSoft
            lineHeight: 1
            font.pixelSize: Theme.lead
        }
    }
    Column {
        id: ways
        visible: !screen.feedback.thanks
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.margin
        width: said.width
        spacing: Theme.gapLarge

        Row {
            id: faces
            width: parent.width
            spacing: Theme.gapSmall

            Repeater {
                model: 5

                FaceButton {
                    required property int index

                    mood: index + 1
                    width: (faces.width - 4 * faces.spacing) / 5
                    text: screen.words["feedback_" + mood]
                    onClicked: screen.feedback.answer(mood)
                }
            }
        }
        TextButton {
            anchors.horizontalCenter: parent.horizontalCenter
            text: screen.words.feedback_skip
            ground: "transparent"
            edge: Theme.nightInkSoft
            onClicked: screen.shell.leave()
        }
    }
}
