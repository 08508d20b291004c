pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.ViewModels

// After the admin's answer: whose PIN is set anew.
ScrollPage {
    id: page

    required property PadViewModel pad
    required property ShellViewModel shell

    upName: page.shell.words.scroll_up
    downName: page.shell.words.scroll_down

    Repeater {
        model: page.pad.people

        CardRow {
            required property string modelData

            width: page.columnWidth
            text: modelData
            iconName: "user"
            mirror: page.shell.rightToLeft
            onClicked: page.pad.chooseWho(modelData)
        }
    }
}
