pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// Before the doors open: what the machine finds by itself, a touch on every part of the glass, the voices heard.
ScrollPage {
    id: page

    required property CheckViewModel check
    required property ShellViewModel shell
    readonly property Words words: page.shell.words

    low: true
    sign: "check-square"
    upName: page.words.scroll_up
    downName: page.words.scroll_down
    Component.onCompleted: page.check.begin()

    NoticePanel {
        width: page.columnWidth
        color: page.check.allGreen ? Theme.emeraldWash : Theme.saffronWash
        iconName: page.check.allGreen ? "check-circle" : (page.check.running ? "hourglass" : "info")
        label: page.check.allGreen ? page.words.check_open : page.check.running ? page.words.one_moment : page.words.check_not_yet
        text: page.words.check_how
        rightToLeft: page.shell.rightToLeft
    }
    Flow {
        width: page.columnWidth
        spacing: Theme.gap

        Repeater {
            model: page.check.rows

            Row {
                required property ExaminedRow modelData

                width: Math.max(Theme.size(80), (page.columnWidth - Theme.gap) / 2)
                spacing: Theme.gapSmall

                Icon {
                    name: parent.modelData.green ? "check-circle" : "x-circle"
                    color: parent.modelData.green ? Theme.emerald : Theme.alarm
                    size: Theme.size(8)
                }
                AppText {
                    width: parent.width - Theme.size(12)
                    text: parent.modelData.name
                    color: parent.modelData.green ? Theme.ink : Theme.alarm
                    font.pixelSize: Theme.caption
                    Accessible.name: text + ", " + (parent.modelData.green ? page.words.check_green : page.words.check_red)
                }
            }
        }
    }
    Flow {
        width: page.columnWidth
        spacing: Theme.gap

        Chip {
            text: page.words.check_glass
            iconName: "hand-pointing"
            checked: page.check.glassTouched
            Accessible.role: Accessible.Button
            onClicked: page.check.tryGlass()
        }
        TextButton {
            text: page.words.check_hear
            iconName: "speaker-high"
            onClicked: page.check.hear()
        }
        Chip {
            text: page.words.check_heard
            iconName: "ear"
            checked: page.check.heard
            onClicked: page.check.confirmHeard()
        }
    }
}
