pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// One question at a time, without a clock; a wrong choice may be tried again. Nothing scrolls.
Zones {
    id: screen

    required property ShellViewModel shell
    required property QuizViewModel quiz
    readonly property Words words: screen.shell.words
    readonly property bool tried: screen.quiz.chosen >= 0

    apart: true
    // Without reading: a sign, and the picture that belongs to it, which then stands where the sign stood.
    readonly property list<string> pictures: screen.quiz.pictures
    readonly property bool pictured: screen.pictures.length > 0

    iconName: screen.pictured ? screen.quiz.sign : screen.quiz.solved ? "hands-clapping" : "puzzle-piece"
    source: screen.pictured ? (screen.quiz.solved ? screen.pictures[screen.quiz.chosen] : "") : screen.quiz.solved ? "" : screen.shell.drawing("door_children")
    accent: screen.quiz.solved ? Theme.emerald : Theme.accent(3)
    doing: [
        Row {
            visible: screen.pictured
            width: parent.width
            spacing: Theme.gap

            Repeater {
                model: screen.pictures

                PictureTile {
                    required property string modelData
                    required property int index
                    readonly property bool mine: screen.quiz.chosen === index

                    width: Math.floor((screen.doingWidth - 2 * Theme.gap) / 3)
                    height: Math.min(Math.round(width * (screen.wide ? 0.9 : 1.3)), Theme.size(screen.wide ? 52 : 90))
                    text: screen.quiz.choices[index]
                    source: modelData
                    iconName: !mine ? "" : screen.quiz.solved ? "check-circle" : "arrow-counter-clockwise"
                    checked: mine && screen.quiz.solved
                    enabled: !screen.quiz.solved
                    onClicked: screen.quiz.choose(index)
                }
            }
        },
        Grid {
            id: tiles
            visible: !screen.pictured
            width: parent.width
            columns: 1
            spacing: Theme.gap

            Repeater {
                model: screen.pictured ? [] : screen.quiz.choices

                ChoiceTile {
                    required property string modelData
                    required property int index
                    readonly property bool mine: screen.quiz.chosen === index

                    width: tiles.width
                    visible: !screen.wide || !screen.quiz.solved || mine
                    height: Theme.size(screen.wide ? 20 : 30)
                    text: modelData
                    iconName: mine ? (screen.quiz.solved ? "check-circle" : "arrow-counter-clockwise") : ["star", "heart", "moon", "flower"][index]
                    checked: mine && screen.quiz.solved
                    enabled: !screen.quiz.solved
                    onClicked: screen.quiz.choose(index)
                }
            }
        },
        TextButton {
            visible: screen.quiz.solved
            width: parent.width
            implicitHeight: Theme.size(28)
            large: true
            ground: Theme.emerald
            text: screen.words.next
            iconName: "caret-right"
            onClicked: screen.quiz.goOn()
        },
        Row {
            visible: screen.quiz.levels.length > 1 && !screen.quiz.solved && !(screen.wide && screen.tried)
            anchors.left: parent.left
            spacing: Theme.gapSmall

            Repeater {
                model: screen.quiz.levels

                Chip {
                    required property int modelData

                    text: [screen.words.pavilions, screen.words.quiz_younger][modelData] ?? screen.words.quiz_older
                    iconName: modelData === 0 ? "puzzle-piece" : ""
                    checked: screen.quiz.level === modelData
                    onClicked: screen.quiz.chooseLevel(modelData)
                }
            }
        }
    ]

    AppText {
        width: parent.width
        text: screen.words.quiz + " · " + screen.quiz.place
        color: Theme.inkSoft
        lineHeight: 1
    }
    Headline {
        width: parent.width
        text: Theme.tied(screen.quiz.question)
        Accessible.name: screen.quiz.question
        lines: 3
        steps: screen.wide ? [Theme.head, Theme.lead] : [Theme.title, Theme.head, Theme.lead]
        color: screen.accent
    }
    NoticePanel {
        visible: screen.tried
        width: parent.width
        iconName: screen.quiz.solved ? "hands-clapping" : "info"
        label: screen.quiz.solved ? screen.words.quiz_right : screen.words.quiz_again
        text: screen.quiz.because
        rightToLeft: screen.shell.rightToLeft
    }
}
