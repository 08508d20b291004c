pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.ViewModels

// What is in force, why, until when, what comes next; and every mode one touch away.
ScrollPage {
    id: page

    required property StaffViewModel staff
    required property BoardViewModel board
    required property ShellViewModel shell
    readonly property var words: page.shell.words
    readonly property var now: page.board.state
    readonly property int columns: page.width > page.height ? 5 : 3

    upName: page.words.scroll_up ?? ""
    downName: page.words.scroll_down ?? ""

    NoticePanel {
        width: page.columnWidth
        iconName: page.now.icon ?? "info"
        labels: [{text: page.now.mode ?? "", rightToLeft: page.shell.rightToLeft}]
        sides: [{text: [page.now.why, page.now.until, page.now.next].join("\n"), rightToLeft: page.shell.rightToLeft}]
    }
    AppText {
        visible: text !== ""
        width: page.columnWidth
        text: page.now.waiting ? page.words.waits_for_visitor ?? "" : page.staff.message
        color: Theme.emerald
        font.weight: Font.Medium
        Accessible.role: Accessible.AlertMessage
    }
    NoticePanel {
        visible: (page.now.clock ?? "") !== ""
        width: page.columnWidth
        iconName: "clock"
        labels: [{text: page.now.clock ?? "", rightToLeft: page.shell.rightToLeft}]
        sides: [{text: page.now.time ?? "", rightToLeft: page.shell.rightToLeft}]
    }
    Flow {
        width: page.columnWidth
        spacing: Theme.gap

        TextButton {
            text: page.words.back_to_schedule ?? ""
            iconName: "calendar-check"
            enabled: page.now.chosen ?? false
            opacity: enabled ? 1 : 0.35
            onClicked: page.board.backToSchedule()
        }
        Repeater {
            model: [
                {page: "Shows", word: "staff_shows", icon: "flag-banner"},
                {page: "Check", word: "staff_check", icon: "check-square"},
                {page: "Status", word: "staff_status", icon: "qr-code"},
                {page: "Report", word: "staff_report", icon: "warning-circle"},
                {page: "Clock", word: "staff_clock", icon: "clock"}
            ]

            TextButton {
                required property var modelData

                text: page.words[modelData.word] ?? ""
                iconName: modelData.icon
                ground: "transparent"
                groundPressed: Theme.surfacePressed
                edge: Theme.line
                ink: Theme.ink
                onClicked: page.staff.show(modelData.page)
            }
        }
    }
    Grid {
        id: grid
        columns: page.columns
        spacing: Theme.gap

        Repeater {
            model: page.board.modes

            ModeTile {
                required property var modelData

                width: (page.columnWidth - (page.columns - 1) * grid.spacing) / page.columns
                text: modelData.name
                iconName: modelData.icon
                checked: modelData.chosen
                ink: modelData.urgent ? Theme.nightInk : Theme.ink
                ground: modelData.alarm ? Theme.alarm : (modelData.urgent ? Theme.night : Theme.surface)
                groundPressed: modelData.urgent ? Theme.nightPressed : Theme.surfacePressed
                onClicked: page.board.chooseMode(modelData.identifier)
            }
        }
    }
}
