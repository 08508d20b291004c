pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// The steps of a guide: what it gives, one question at a time, the answers to check. Nothing scrolls.
Zones {
    id: screen

    required property ShellViewModel shell
    required property GuideViewModel guide
    readonly property Words words: screen.shell.words
    readonly property bool asking: screen.guide.progress !== ""
    readonly property int columns: screen.guide.options.length > 3 || !screen.wide ? 2 : 1
    readonly property int rows: Math.ceil(screen.guide.options.length / screen.columns)

    iconName: screen.guide.icon
    source: screen.guide.picture
    apart: !screen.asking
    doing: [
        Grid {
            id: tiles
            visible: screen.guide.options.length > 0
            width: parent.width
            columns: screen.columns
            spacing: Theme.gap

            Repeater {
                model: screen.guide.options

                ChoiceTile {
                    required property Choice modelData
                    required property int index
                    // The last of an odd number takes the whole line.
                    readonly property bool whole: screen.columns === 1 || (index === screen.guide.options.length - 1 && index % 2 === 0)

                    width: whole && screen.columns === 1 ? tiles.width : Math.floor((tiles.width - tiles.spacing) / 2)
                    height: Math.max(Theme.size(24), Math.min(Theme.size(110), (screen.doingRoom - (screen.rows - 1) * tiles.spacing) / screen.rows))
                    text: modelData.name
                    iconName: modelData.icon
                    checked: modelData.chosen
                    onClicked: screen.guide.choose(modelData.identifier)
                }
            }
        },
        NumberPad {
            visible: screen.guide.kind === "number"
            width: parent.width
            number: screen.guide.number
            unit: screen.guide.unit
            lessName: screen.words.number_less
            moreName: screen.words.number_more
            eraseName: screen.words.erase
            confirmName: screen.words.guide_continue
            fits: screen.guide.numberFits
            onFigure: value => screen.guide.figure(value)
            onErased: screen.guide.erase()
            onStepped: by => screen.guide.add(by)
            onConfirmed: screen.guide.confirmNumber()
        },
        Grid {
            id: given
            visible: screen.guide.answers.length > 0
            width: parent.width
            columns: screen.guide.answers.length > 3 || screen.wide ? 2 : 1
            spacing: Theme.gapSmall

            Repeater {
                model: screen.guide.answers

                AnswerRow {
                    required property GuideAnswer modelData

                    width: Math.floor((given.width - (given.columns - 1) * given.spacing) / given.columns)
                    roomy: given.columns === 1
                    question: modelData.question
                    answer: modelData.answer
                    note: modelData.note
                    stale: modelData.stale
                    onClicked: screen.guide.change(modelData.identifier)
                }
            }
        },
        TextButton {
            visible: screen.guide.kind === "start"
            width: parent.width
            implicitHeight: Theme.size(28)
            text: screen.words.guide_start
            iconName: "caret-right"
            large: true
            ground: Theme.emerald
            onClicked: screen.guide.start()
        },
        TextButton {
            visible: screen.guide.kind === "summary"
            width: parent.width
            implicitHeight: Theme.size(28)
            enabled: screen.guide.complete
            text: screen.words.guide_show_list
            iconName: "list-bullets"
            large: true
            ground: Theme.emerald
            onClicked: screen.guide.showList()
        }
    ]

    StepProgress {
        visible: screen.asking
        width: parent.width
        text: screen.guide.service + " · " + screen.guide.progress
        part: screen.guide.part
    }
    AppText {
        visible: !screen.asking
        width: parent.width
        text: screen.guide.service
        color: Theme.inkSoft
        lineHeight: 1
    }
    Headline {
        width: parent.width
        text: Theme.tied(screen.guide.title)
        Accessible.name: screen.guide.title
        lines: 3
        color: Theme.emerald
    }
    Repeater {
        model: screen.guide.lines

        Item {
            id: line

            required property string modelData
            required property int index

            width: parent?.width ?? 0
            implicitHeight: Math.max(said.implicitHeight, sign.visible ? sign.height : 0)

            ItemPicture {
                id: sign
                visible: screen.guide.kind === "start"
                anchors.left: parent.left
                width: Theme.size(18)
                height: width
                iconName: "shield-check"
                fill: Theme.emerald
                source: ["step_bring", "step_ask"].map(name => screen.shell.drawing(name))[line.index] ?? ""
            }
            AppText {
                id: said
                anchors.left: sign.visible ? sign.right : parent.left
                anchors.right: parent.right
                anchors.leftMargin: sign.visible ? Theme.gap : 0
                text: Theme.tied(line.modelData)
                Accessible.name: line.modelData
                color: screen.asking ? Theme.inkSoft : Theme.ink
                lineHeight: 1
                font.pixelSize: screen.guide.kind === "start" && !screen.wide ? Theme.lead : Theme.body
            }
        }
    }
}
