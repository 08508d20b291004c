pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.ViewModels

// How long the mode is shown, then the touch that does it; what serves nobody needs that touch alone.
ScrollPage {
    id: page

    required property BoardViewModel board
    required property ShellViewModel shell
    readonly property var words: page.shell.words
    readonly property var choice: page.board.choice

    upName: page.words.scroll_up ?? ""
    downName: page.words.scroll_down ?? ""
    spacing: Theme.gapLarge

    NoticePanel {
        width: page.columnWidth
        iconName: page.choice.icon ?? "info"
        labels: [{text: page.choice.name ?? "", rightToLeft: page.shell.rightToLeft}]
        sides: [{text: page.choice.summary ?? "", rightToLeft: page.shell.rightToLeft}]
    }
    Flow {
        visible: page.board.ends.length > 0
        width: page.columnWidth
        spacing: Theme.gap

        Repeater {
            model: page.board.ends

            Chip {
                required property var modelData

                text: modelData.name
                iconName: "clock"
                checked: modelData.chosen
                onClicked: page.board.chooseEnd(modelData.until)
            }
        }
    }
    TextButton {
        width: page.columnWidth
        height: Theme.size(28)
        text: page.words.do_it ?? ""
        iconName: "check"
        ground: page.choice.urgent ? Theme.alarm : Theme.emerald
        groundPressed: page.choice.urgent ? Theme.alarmPressed : Theme.night
        onClicked: page.board.confirm()
    }
}
