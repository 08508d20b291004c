pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// What a visitor can ask of the screen, each turned on and off by one touch; it is forgotten with the visit.
Rectangle {
    id: panel

    required property ShellViewModel shell
    required property NarrationViewModel narration
    required property bool keyed
    readonly property Words words: panel.shell.words
    readonly property bool wide: width > height
    readonly property var offered: [
        {
            aid: "large",
            text: panel.words.aid_large,
            icon: "text-aa",
            on: panel.shell.aids.large
        },
        {
            aid: "contrast",
            text: panel.words.aid_contrast,
            icon: "circle-half",
            on: panel.shell.aids.contrast
        },
        {
            aid: "reach",
            text: panel.words.aid_reach,
            icon: "arrow-line-down",
            on: panel.shell.aids.reach
        },
        {
            aid: "calm",
            text: panel.words.aid_calm,
            icon: "hourglass",
            on: panel.shell.aids.calm
        },
        {
            aid: "easy",
            text: panel.words.aid_easy,
            icon: "book-open",
            on: panel.shell.aids.easy
        },
        {
            aid: "",
            text: panel.words.bilingual,
            icon: "columns",
            on: panel.shell.bilingual
        }
    ]

    color: Theme.paper

    MouseArea {
        anchors.fill: parent
    }
    Headline {
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin
        text: panel.words.aids_title
        color: Theme.emerald
    }
    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        spacing: Theme.gap

        Grid {
            id: choices
            width: parent.width
            columns: panel.wide ? 2 : 1
            spacing: Theme.gap

            Repeater {
                model: panel.offered.length

                ChoiceTile {
                    required property int index
                    readonly property var offer: panel.offered[index]

                    width: Math.floor((choices.width - (choices.columns - 1) * choices.spacing) / choices.columns)
                    text: offer.text
                    iconName: offer.icon
                    checked: offer.on
                    Accessible.role: Accessible.CheckBox
                    Component.onCompleted: if (index === 0 && panel.keyed)
                        forceActiveFocus(Qt.TabFocusReason)
                    onClicked: offer.aid === "" ? panel.shell.toggleBilingual() : panel.shell.aids.toggle(offer.aid)
                }
            }
        }
        Row {
            id: acts
            readonly property real part: (width - spacing) / 2

            width: parent.width
            spacing: Theme.gap

            QuietButton {
                width: acts.part
                height: Theme.size(24)
                enabled: panel.narration.available
                text: panel.words.volume + " " + panel.narration.volume + "%"
                iconName: "speaker-high"
                onClicked: panel.narration.changeVolume()
            }
            TextButton {
                width: acts.part
                height: Theme.size(24)
                text: panel.words.close
                iconName: "x"
                onClicked: panel.shell.aids.close()
            }
        }
    }
}
