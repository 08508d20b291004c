pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// The numbers to call, the first one large.
Item {
    id: screen

    required property ShellViewModel shell
    required property CatalogueViewModel catalogue
    readonly property Words words: screen.shell.words

    Connections {
        target: screen.shell

        function onHomeShown(): void {
            page.toTop();
        }
    }

    ScrollPage {
        id: page
        anchors.fill: parent
        upName: screen.words.scroll_up
        downName: screen.words.scroll_down
        spacing: Theme.gap

        AppText {
            width: page.columnWidth
            text: screen.words.emergency
            lineHeight: 1
            font.pixelSize: Theme.titleSize
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }
        Repeater {
            model: screen.catalogue.numbers.slice(0, 1)
            delegate: row
        }
        CardRow {
            width: page.columnWidth
            text: screen.words.officer_here
            iconName: "hand-waving"
            mirror: screen.shell.rightToLeft
            onClicked: screen.shell.show("CallStaff")
        }
        Repeater {
            model: screen.catalogue.numbers.slice(1)
            delegate: row
        }
    }
    Component {
        id: row

        Pressable {
            id: control

            required property NumberRow modelData
            readonly property bool first: modelData === screen.catalogue.numbers[0]

            width: page.columnWidth
            text: modelData.number + ", " + modelData.card.name
            Accessible.description: modelData.where
            ground: first ? Theme.alarm : Theme.surface
            groundPressed: first ? Theme.alarmPressed : Theme.surfacePressed
            raised: true
            padding: Theme.gap + (modelData.doubtful ? 0 : Theme.gapSmall)
            onClicked: screen.shell.open(modelData.card.identifier)

            contentItem: NumberFace {
                number: control.modelData.number
                iconName: control.modelData.card.icon
                first: control.first
                small: control.modelData.doubtful
                mute: true

                AppText {
                    width: parent.width
                    text: control.modelData.card.name
                    color: control.first ? Theme.nightInk : Theme.ink
                    lineHeight: 1
                    font.weight: Font.DemiBold
                    font.pixelSize: control.first ? Theme.heading : Theme.body
                    Accessible.ignored: true
                }
                AppText {
                    width: parent.width
                    text: control.modelData.where
                    color: control.first ? Theme.nightInk : Theme.inkSoft
                    lineHeight: 1
                    font.pixelSize: Theme.label
                    Accessible.ignored: true
                }
            }
        }
    }
}
