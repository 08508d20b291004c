pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// How long the mode is shown, then the touch that does it; what serves nobody needs that touch alone.
ScrollPage {
    id: page

    required property BoardViewModel board
    required property ShellViewModel shell
    readonly property Words words: page.shell.words
    readonly property ModeTile choice: page.board.choice

    low: true
    sign: page.choice.card.icon
    upName: page.words.scroll_up
    downName: page.words.scroll_down
    spacing: Theme.gapLarge

    NoticePanel {
        width: page.columnWidth
        iconName: page.choice.card.icon
        label: page.choice.card.name
        text: page.choice.card.summary
        rightToLeft: page.shell.rightToLeft
    }
    Flow {
        visible: page.board.ends.length > 0
        width: page.columnWidth
        spacing: Theme.gap

        Repeater {
            model: page.board.ends

            Chip {
                required property Choice modelData

                text: modelData.name
                iconName: "clock"
                checked: modelData.chosen
                onClicked: page.board.chooseEnd(modelData.identifier)
            }
        }
    }
    Flow {
        visible: page.board.group.named
        width: page.columnWidth
        spacing: Theme.gap

        Chip {
            text: page.words.scope_this
            iconName: "monitor"
            checked: !page.board.group.all
            onClicked: page.board.chooseAll(false)
        }
        Chip {
            visible: page.board.group.reached
            text: page.words.scope_group
            iconName: "broadcast"
            checked: page.board.group.all
            onClicked: page.board.chooseAll(true)
        }
        AppText {
            visible: !page.board.group.reached
            height: Theme.target
            text: page.words.scope_alone
            color: Theme.inkSoft
            verticalAlignment: Text.AlignVCenter
            font.pixelSize: Theme.caption
        }
    }
    TextButton {
        width: page.columnWidth
        height: Theme.size(28)
        text: page.choice.alarm ? page.words.evacuate_now : page.words.do_it
        iconName: page.choice.alarm ? "warning" : "check"
        ground: page.choice.urgent ? Theme.alarm : Theme.emerald
        groundPressed: page.choice.urgent ? Theme.alarmPressed : Theme.night
        onClicked: page.board.confirm()
    }
}
