pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.ViewModels

// One question at a time, without a clock; a wrong choice may be tried again.
Item {
    id: screen

    required property ShellViewModel shell
    required property ModeViewModel mode
    readonly property var words: screen.shell.words
    readonly property var questions: screen.mode.questions
    property int at: 0
    property int chosen: -1
    readonly property var current: screen.questions[screen.at] ?? ({choices: [], right: -1})
    readonly property bool solved: screen.chosen >= 0 && screen.chosen === screen.current.right

    function next(): void {
        screen.chosen = -1;
        screen.at = (screen.at + 1) % screen.questions.length;
    }

    ScreenHeader {
        id: header
        width: parent.width
        compact: true
        title: screen.words.quiz ?? ""
        subtitle: (screen.at + 1) + " / " + screen.questions.length
    }
    ScrollPage {
        id: page
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        upName: screen.words.scroll_up ?? ""
        downName: screen.words.scroll_down ?? ""
        spacing: Theme.gapLarge

        AppText {
            width: page.columnWidth
            text: screen.current.question ?? ""
            lineHeight: 1
            font.pixelSize: Theme.titleSize
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }
        Repeater {
            model: screen.current.choices

            CardRow {
                required property string modelData
                required index
                readonly property bool tried: screen.chosen === index

                width: page.columnWidth
                text: modelData
                iconName: tried ? (screen.solved ? "check-circle" : "arrow-counter-clockwise") : "circle"
                mirror: screen.shell.rightToLeft
                enabled: !screen.solved
                onClicked: screen.chosen = index
            }
        }
        NoticePanel {
            visible: screen.chosen >= 0
            width: page.columnWidth
            iconName: screen.solved ? "hands-clapping" : "info"
            labels: [{text: (screen.solved ? screen.words.quiz_right : screen.words.quiz_again) ?? "", rightToLeft: screen.shell.rightToLeft}]
            sides: [{text: screen.solved ? screen.current.because : "", rightToLeft: screen.shell.rightToLeft}]
        }
        TextButton {
            visible: screen.solved
            text: screen.words.next ?? ""
            iconName: "question"
            onClicked: screen.next()
        }
    }
}
