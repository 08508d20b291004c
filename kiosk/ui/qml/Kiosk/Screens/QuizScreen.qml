pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// One question at a time, without a clock; a wrong choice may be tried again.
Item {
    id: screen

    required property ShellViewModel shell
    required property QuizViewModel quiz
    readonly property Words words: screen.shell.words

    ScreenHeader {
        id: header
        width: parent.width
        compact: true
        title: screen.words.quiz
        subtitle: screen.quiz.place
    }
    ScrollPage {
        id: page
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        upName: screen.words.scroll_up
        downName: screen.words.scroll_down
        spacing: screen.width > screen.height ? Theme.gap : Theme.gapLarge

        Row {
            anchors.left: parent.left
            visible: screen.quiz.levels.length > 1
            spacing: Theme.gapSmall

            Repeater {
                model: screen.quiz.levels

                Chip {
                    required property int modelData

                    text: modelData === 1 ? screen.words.quiz_younger : screen.words.quiz_older
                    checked: screen.quiz.level === modelData
                    onClicked: screen.quiz.chooseLevel(modelData)
                }
            }
        }
        AppText {
            width: page.columnWidth
            text: screen.quiz.question
            lineHeight: 1
            font.pixelSize: Theme.titleSize
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }
        Repeater {
            model: screen.quiz.choices

            CardRow {
                required property string modelData
                required index
                readonly property bool tried: screen.quiz.chosen === index

                width: page.columnWidth
                text: modelData
                iconName: tried ? (screen.quiz.solved ? "check-circle" : "arrow-counter-clockwise") : "circle"
                mirror: screen.shell.rightToLeft
                enabled: !screen.quiz.solved
                onClicked: screen.quiz.choose(index)
            }
        }
        NoticePanel {
            visible: screen.quiz.chosen >= 0
            width: page.columnWidth
            iconName: screen.quiz.solved ? "hands-clapping" : "info"
            label: screen.quiz.solved ? screen.words.quiz_right : screen.words.quiz_again
            text: screen.quiz.because
            rightToLeft: screen.shell.rightToLeft
        }
        TextButton {
            anchors.left: parent.left
            visible: screen.quiz.solved
            text: screen.words.next
            iconName: "question"
            onClicked: screen.quiz.goOn()
        }
    }
}
