pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// The steps of a guide: what it gives, one question at a time, the answers to check.
Item {
    id: screen

    required property ShellViewModel shell
    required property GuideViewModel guide
    readonly property Words words: screen.shell.words
    readonly property string step: screen.guide.step
    readonly property bool asking: screen.guide.progress !== ""

    onStepChanged: body.toTop()

    ScreenHeader {
        id: header
        width: parent.width
        compact: screen.width > screen.height
        title: screen.guide.title
        subtitle: screen.guide.service
    }
    ScrollPage {
        id: body
        anchors.top: header.bottom
        anchors.bottom: finish.visible ? finish.top : parent.bottom
        anchors.bottomMargin: finish.visible ? Theme.gap : 0
        width: parent.width
        upName: screen.words.scroll_up
        downName: screen.words.scroll_down

        StepProgress {
            visible: screen.asking
            width: body.columnWidth
            text: screen.guide.progress
            part: screen.guide.part
        }
        Repeater {
            model: screen.guide.lines

            Item {
                id: line

                required property string modelData
                required property int index

                width: body.columnWidth
                implicitHeight: said.implicitHeight

                Icon {
                    id: sign
                    visible: screen.guide.kind === "start"
                    anchors.left: parent.left
                    name: ["list-bullets", "chat-circle-dots", "shield-check"][line.index] ?? ""
                    color: Theme.emerald
                }
                AppText {
                    id: said
                    anchors.left: sign.visible ? sign.right : parent.left
                    anchors.right: parent.right
                    anchors.leftMargin: sign.visible ? Theme.gap : 0
                    text: line.modelData
                    color: screen.asking ? Theme.inkSoft : Theme.ink
                }
            }
        }
        Repeater {
            model: screen.guide.options

            OptionRow {
                required property Choice modelData

                width: body.columnWidth
                text: modelData.name
                iconName: modelData.icon
                checked: modelData.chosen
                onClicked: screen.guide.choose(modelData.identifier)
            }
        }
        NumberPad {
            visible: screen.guide.kind === "number"
            anchors.horizontalCenter: parent.horizontalCenter
            wide: screen.width > screen.height
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
        }
        Repeater {
            model: screen.guide.answers

            AnswerRow {
                required property GuideAnswer modelData

                width: body.columnWidth
                question: modelData.question
                answer: modelData.answer
                note: modelData.note
                stale: modelData.stale
                onClicked: screen.guide.change(modelData.identifier)
            }
        }
        TextButton {
            visible: screen.guide.kind === "start"
            width: body.columnWidth
            implicitHeight: Theme.size(21)
            text: screen.words.guide_start
            iconName: "check-circle"
            onClicked: screen.guide.start()
        }
    }
    TextButton {
        id: finish
        visible: screen.guide.kind === "summary"
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        anchors.horizontalCenter: parent.horizontalCenter
        width: body.columnWidth
        implicitHeight: Theme.size(21)
        enabled: screen.guide.complete
        opacity: enabled ? 1 : 0.35
        text: screen.words.guide_show_list
        iconName: "list-bullets"
        onClicked: screen.guide.showList()
    }
}
