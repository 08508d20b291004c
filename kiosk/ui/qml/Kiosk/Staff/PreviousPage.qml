pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// Content that was good before, one touch each; then from what to what, and the touch that does it.
ScrollPage {
    id: page

    required property PreviousViewModel previous
    required property ShellViewModel shell
    readonly property Words words: page.shell.words
    readonly property string choice: page.previous.choice

    low: true
    sign: "clock-counter-clockwise"
    upName: page.words.scroll_up
    downName: page.words.scroll_down
    spacing: Theme.gapLarge

    NoticePanel {
        width: page.columnWidth
        iconName: page.choice !== "" ? "clock-counter-clockwise" : "info"
        label: page.choice
        text: page.previous.rows.length === 0 ? page.words.previous_none : page.words.previous_how
        rightToLeft: page.shell.rightToLeft
    }
    Repeater {
        model: page.choice === "" ? page.previous.rows : []

        CardRow {
            required property ReleaseRow modelData

            width: page.columnWidth
            text: modelData.text
            summary: modelData.about
            iconName: "clock-counter-clockwise"
            mirror: page.shell.rightToLeft
            onClicked: page.previous.choose(modelData.name)
        }
    }
    TextButton {
        visible: page.choice !== ""
        width: page.columnWidth
        height: Theme.size(28)
        text: page.words.do_it
        iconName: "check"
        ground: Theme.emerald
        groundPressed: Theme.night
        onClicked: page.previous.confirm()
    }
}
