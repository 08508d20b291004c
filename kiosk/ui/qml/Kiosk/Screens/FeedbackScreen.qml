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
    Column {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: screen.wide ? 0 : parent.height * 0.06
        width: Math.min(parent.width - 2 * Theme.margin, Theme.size(330))
        spacing: Theme.gapLarge

        ItemPicture {
            visible: screen.feedback.thanks
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.size(60)
            height: width
            iconName: "hands-clapping"
            fill: Theme.emerald
        }
        AppText {
            width: parent.width
            text: screen.feedback.thanks ? screen.words.feedback_thanks : screen.words.feedback_question
            horizontalAlignment: Text.AlignHCenter
            color: Theme.nightInk
            lineHeight: 1
            font.pixelSize: Theme.size(15)
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }
        AppText {
            width: parent.width
            text: screen.feedback.thanks ? screen.words.feedback_ready : screen.words.feedback_how
            horizontalAlignment: Text.AlignHCenter
            color: Theme.nightInkSoft
        }
        Row {
            id: faces
            visible: !screen.feedback.thanks
            width: parent.width
            topPadding: Theme.gapLarge
            bottomPadding: Theme.gapLarge
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
            visible: !screen.feedback.thanks
            anchors.horizontalCenter: parent.horizontalCenter
            text: screen.words.feedback_skip
            ground: "transparent"
            edge: Theme.nightInkSoft
            onClicked: screen.shell.leave()
        }
    }
}
