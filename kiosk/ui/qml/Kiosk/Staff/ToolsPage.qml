pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// What staff need now and then.
ScrollPage {
    id: page

    required property StaffViewModel staff
    required property PreviousViewModel previous
    required property ShellViewModel shell
    readonly property Words words: page.shell.words

    low: true
    sign: "wrench"
    upName: page.words.scroll_up
    downName: page.words.scroll_down
    spacing: Theme.gap

    Repeater {
        model: [
            {page: "Stick", word: "staff_stick", about: "staff_stick_about", icon: "tray", wanted: true},
            {page: "Previous", word: "staff_previous", about: "staff_previous_about", icon: "clock-counter-clockwise", wanted: page.previous.allowed},
            {page: "Status", word: "staff_status", about: "staff_status_about", icon: "qr-code", wanted: true},
            {page: "Report", word: "staff_report", about: "staff_report_about", icon: "warning-circle", wanted: true},
            {page: "Clock", word: "staff_clock", about: "staff_clock_about", icon: "clock", wanted: true}
        ].filter(tool => tool.wanted)

        CardRow {
            required property var modelData

            width: page.columnWidth
            text: page.words[modelData.word]
            summary: page.words[modelData.about]
            iconName: modelData.icon
            mirror: page.shell.rightToLeft
            onClicked: page.staff.show(modelData.page)
        }
    }
}
