pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.ViewModels

// What is wrong, in one touch; the state of the kiosk is added by itself.
ScrollPage {
    id: page

    required property ConditionViewModel condition
    required property ShellViewModel shell
    readonly property list<string> sentences: ["trouble_touch", "trouble_sound", "trouble_content", "trouble_slow", "trouble_other"]

    low: true
    sign: "warning-circle"
    upName: page.shell.words.scroll_up
    downName: page.shell.words.scroll_down
    spacing: Theme.gap

    Repeater {
        model: page.sentences

        CardRow {
            required property string modelData

            width: page.columnWidth
            text: page.shell.words[modelData]
            iconName: "warning-circle"
            mirror: page.shell.rightToLeft
            onClicked: page.condition.report(modelData)
        }
    }
}
