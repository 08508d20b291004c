pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// Today's showings: later, elsewhere, full, cancelled; visitors see it at once, in every language.
ScrollPage {
    id: page

    required property ShowsViewModel shows
    required property ShellViewModel shell
    readonly property Words words: page.shell.words

    low: true
    upName: page.words.scroll_up
    downName: page.words.scroll_down
    spacing: Theme.gapLarge

    AppText {
        visible: page.shows.shows.length === 0
        width: page.columnWidth
        text: page.words.no_more_shows
    }
    Repeater {
        model: page.shows.shows

        Column {
            id: showing

            required property ChangedShow modelData
            readonly property list<var> acts: [
                {what: "later", word: "show_later", icon: "clock-clockwise", on: false},
                {what: "move", word: "show_move", icon: "map-pin", on: false},
                {what: "full", word: "show_full", icon: "users-three", on: modelData.full},
                {what: "cancelled", word: "show_cancelled", icon: "x-circle", on: modelData.cancelled},
                {what: "planned", word: "show_as_planned", icon: "calendar-check", on: false}
            ]

            width: page.columnWidth
            spacing: Theme.gapSmall

            NoticePanel {
                width: parent.width
                iconName: showing.modelData.icon
                label: showing.modelData.time + "  " + showing.modelData.name
                text: showing.modelData.news || showing.modelData.place
                rightToLeft: page.shell.rightToLeft
            }
            Flow {
                width: parent.width
                spacing: Theme.gapSmall

                Repeater {
                    model: showing.acts

                    Chip {
                        required property var modelData

                        visible: modelData.what !== "planned" || showing.modelData.news !== ""
                        text: page.words[modelData.word]
                        iconName: modelData.icon
                        checked: modelData.on
                        Accessible.name: text + ", " + showing.modelData.name + ", " + showing.modelData.time
                        onClicked: page.shows.changeShow(showing.modelData.identifier, modelData.what)
                    }
                }
            }
        }
    }
}
