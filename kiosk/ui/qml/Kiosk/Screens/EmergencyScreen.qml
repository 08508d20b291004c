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
        CardRow {
            width: page.columnWidth
            text: screen.words.call_staff
            iconName: "hand-waving"
            mirror: screen.shell.rightToLeft
            onClicked: screen.shell.show("CallStaff")
        }
        Repeater {
            model: screen.catalogue.numbers

            Pressable {
                id: row

                required property NumberRow modelData
                required property int index
                readonly property bool first: index === 0
                readonly property color ink: first ? Theme.nightInk : Theme.ink

                width: page.columnWidth
                text: modelData.number + ", " + modelData.card.name
                Accessible.description: modelData.where
                ground: first ? Theme.alarm : Theme.surface
                groundPressed: first ? Theme.alarmPressed : Theme.surfacePressed
                raised: true
                padding: Theme.gap + Theme.gapSmall
                onClicked: screen.shell.open(modelData.card.identifier)

                contentItem: Item {
                    implicitHeight: Math.max(figure.implicitHeight, texts.implicitHeight)

                    AppText {
                        id: figure
                        anchors.left: parent.left
                        anchors.verticalCenter: parent.verticalCenter
                        width: Theme.size(48)
                        text: row.modelData.number
                        color: row.first ? Theme.nightInk : Theme.alarm
                        lineHeight: 1
                        font.weight: Font.Bold
                        font.pixelSize: row.first ? Theme.size(28) : Theme.size(14)
                        Accessible.ignored: true
                    }
                    Column {
                        id: texts
                        anchors.left: figure.right
                        anchors.right: parent.right
                        anchors.leftMargin: Theme.gap
                        anchors.verticalCenter: parent.verticalCenter

                        AppText {
                            width: parent.width
                            text: row.modelData.card.name
                            color: row.ink
                            lineHeight: 1
                            font.weight: Font.DemiBold
                            font.pixelSize: row.first ? Theme.heading : Theme.body
                            Accessible.ignored: true
                        }
                        AppText {
                            width: parent.width
                            text: row.modelData.where
                            color: row.first ? Theme.nightInk : Theme.inkSoft
                            lineHeight: 1
                            font.pixelSize: Theme.label
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }
}
