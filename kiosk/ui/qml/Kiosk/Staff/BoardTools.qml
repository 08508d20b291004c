pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// What staff do beside choosing a mode.
Grid {
    id: tools

    required property StaffViewModel staff
    required property Words words
    // Somebody has to look at the clock.
    required property bool clock
    // The content has a plan of the venue.
    required property bool spots

    spacing: Theme.gapSmall

    Repeater {
        model: [
            {page: "Clock", word: "staff_clock", icon: "clock", wanted: tools.clock},
            {page: "Shows", word: "staff_shows", icon: "flag-banner", wanted: true},
            {page: "Spots", word: "staff_spots", icon: "map-trifold", wanted: tools.spots},
            {page: "Check", word: "staff_check", icon: "check-square", wanted: true},
            {page: "Hall", word: "staff_hall", icon: "sliders-horizontal", wanted: true},
            {page: "Tools", word: "staff_tools", icon: "wrench", wanted: true}
        ].filter(tool => tool.wanted)

        StaffTile {
            required property var modelData

            width: (tools.width - (tools.columns - 1) * tools.spacing) / tools.columns
            text: tools.words[modelData.word]
            iconName: modelData.icon
            raised: false
            ground: "transparent"
            edge: Theme.line
            onClicked: tools.staff.show(modelData.page)
        }
    }
}
