pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// How loud and how bright, kept until it is changed; who reads aloud; the app begun anew by those who lead.
ScrollPage {
    id: page

    required property HallViewModel hall
    required property CheckViewModel check
    required property ShellViewModel shell
    readonly property Words words: page.shell.words
    readonly property bool wide: width > height

    low: true
    sign: "sliders-horizontal"
    upName: page.words.scroll_up
    downName: page.words.scroll_down
    spacing: Theme.gapLarge

    Grid {
        id: pair
        columns: page.wide ? 2 : 1
        spacing: Theme.gap

        StepRow {
            width: (page.columnWidth - (pair.columns - 1) * pair.spacing) / pair.columns
            height: page.wide ? Math.max(implicitHeight, light.implicitHeight) : implicitHeight
            title: page.words.hall_volume
            iconName: "speaker-high"
            lessName: page.words.quieter
            moreName: page.words.louder
            steps: page.hall.steps
            value: page.hall.volume
            onChosen: value => page.hall.setVolume(value)
        }
        StepRow {
            id: light
            width: (page.columnWidth - (pair.columns - 1) * pair.spacing) / pair.columns
            title: page.words.hall_brightness
            iconName: "sun"
            lessName: page.words.darker
            moreName: page.words.brighter
            steps: page.hall.steps
            value: page.hall.brightness
            note: page.hall.lightBy
            onChosen: value => page.hall.setBrightness(value)
        }
    }
    Flow {
        width: page.columnWidth
        spacing: Theme.gapSmall

        Repeater {
            model: [
                {text: page.words.colours_by_hour, icon: "clock"},
                {text: page.words.colours_day, icon: "sun"},
                {text: page.words.colours_evening, icon: "moon"}
            ]

            Chip {
                required property var modelData
                required property int index

                text: modelData.text
                iconName: modelData.icon
                checked: page.hall.palette === index
                onClicked: page.hall.setPalette(index)
            }
        }
    }
    Column {
        width: page.columnWidth
        spacing: Theme.gap

        AppText {
            width: parent.width
            text: page.words.staff_voices
            lineHeight: 1
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }
        AppText {
            visible: page.hall.voices.length === 0
            text: page.words.one_moment
            color: Theme.inkSoft
            font.pixelSize: Theme.caption
        }
        Repeater {
            model: page.hall.voices

            Row {
                id: voice

                required property VoiceRow modelData

                width: page.columnWidth
                spacing: Theme.gapSmall

                Icon {
                    name: voice.modelData.heard ? "check-circle" : "speaker-slash"
                    color: voice.modelData.heard ? Theme.emerald : Theme.alarm
                    size: Theme.size(8)
                }
                AppText {
                    width: Theme.size(32)
                    text: voice.modelData.name
                    lineHeight: 1
                    font.weight: Font.Medium
                    font.pixelSize: Theme.caption
                }
                AppText {
                    width: voice.width - Theme.size(32) - Theme.size(8) - 2 * voice.spacing
                    text: voice.modelData.links
                    color: voice.modelData.heard ? Theme.ink : Theme.alarm
                    lineHeight: 1
                    font.pixelSize: Theme.caption
                }
            }
        }
    }
    Flow {
        width: page.columnWidth
        spacing: Theme.gap

        TextButton {
            text: page.words.check_hear
            iconName: "speaker-high"
            onClicked: page.check.hear()
        }
        TextButton {
            visible: page.hall.mayRestart
            text: page.words.restart_app
            iconName: "arrow-clockwise"
            ground: "transparent"
            groundPressed: Theme.surfacePressed
            edge: Theme.line
            ink: Theme.ink
            onClicked: page.hall.restart()
        }
    }
    AppText {
        visible: page.hall.mayRestart
        width: page.columnWidth
        text: page.words.restart_about
        color: Theme.inkSoft
        lineHeight: 1
        font.pixelSize: Theme.caption
    }
}
