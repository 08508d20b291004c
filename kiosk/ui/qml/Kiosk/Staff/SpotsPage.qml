pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// The spots of the venue; a touch closes one for today, or opens it again. Every way on the map obeys at once.
ScrollPage {
    id: page

    required property SpotsViewModel spots
    required property ShellViewModel shell
    readonly property Words words: page.shell.words

    low: true
    upName: page.words.scroll_up
    downName: page.words.scroll_down
    spacing: Theme.gap

    AppText {
        width: page.columnWidth
        text: page.words.staff_spots_about
    }
    Flow {
        width: page.columnWidth
        spacing: Theme.gapSmall

        Repeater {
            model: page.spots.spots

            Chip {
                required property Choice modelData

                text: modelData.chosen ? modelData.name + " · " + page.words.spot_closed : modelData.name
                iconName: modelData.icon
                checked: modelData.chosen
                Accessible.role: Accessible.CheckBox
                onClicked: page.spots.toggle(modelData.identifier)
            }
        }
    }
}
