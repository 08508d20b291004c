pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// Procedures by need and by audience.
Item {
    id: screen

    required property ShellViewModel shell
    required property CatalogueViewModel catalogue
    readonly property Words words: screen.shell.words

    Connections {
        target: screen.shell

        function onHomeShown(): void {
            list.positionViewAtBeginning();
        }
    }

    ScreenHeader {
        id: header
        width: parent.width
        compact: screen.width > screen.height
        title: screen.words.services
        subtitle: screen.words.services_summary
    }
    ListView {
        id: list
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: arrows.needed ? arrows.left : parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: arrows.needed ? Theme.gap : Theme.margin
        bottomMargin: Theme.margin
        spacing: Theme.gap
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        cacheBuffer: 0
        model: screen.catalogue.services
        onHeaderItemChanged: Qt.callLater(positionViewAtBeginning)

        header: Column {
            onHeightChanged: Qt.callLater(list.positionViewAtBeginning)
            width: list.width
            spacing: Theme.gapSmall
            topPadding: Theme.gapLarge
            bottomPadding: Theme.gapLarge

            TextButton {
                anchors.left: parent.left
                text: screen.words.have_code
                iconName: "keyboard"
                onClicked: screen.shell.show("Resume")
            }
            AppText {
                width: parent.width
                topPadding: Theme.gap
                text: screen.words.by_audience
                lineHeight: 1
                font.weight: Font.DemiBold
            }
            Flow {
                width: parent.width
                spacing: Theme.gapSmall

                Repeater {
                    model: screen.catalogue.audiences

                    Chip {
                        required property Choice modelData

                        text: modelData.name
                        iconName: modelData.icon
                        checked: modelData.chosen
                        onClicked: screen.catalogue.chooseAudience(modelData.identifier)
                    }
                }
            }
            AppText {
                width: parent.width
                topPadding: Theme.gap
                text: screen.words.by_life_event
                lineHeight: 1
                font.weight: Font.DemiBold
            }
            Flow {
                width: parent.width
                spacing: Theme.gapSmall

                Repeater {
                    model: screen.catalogue.lifeEvents

                    Chip {
                        required property Choice modelData

                        text: modelData.name
                        iconName: modelData.icon
                        checked: modelData.chosen
                        onClicked: screen.catalogue.chooseLifeEvent(modelData.identifier)
                    }
                }
            }
            AppText {
                visible: list.count === 0
                width: parent.width
                topPadding: Theme.gapLarge
                text: screen.words.no_service
            }
        }
        delegate: CardRow {
            required property string identifier
            required property string name

            width: list.width
            text: name
            mirror: screen.shell.rightToLeft
            onClicked: screen.shell.open(identifier)
        }
    }
    ScrollButtons {
        id: arrows
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap
        flickable: list
        upName: screen.words.scroll_up
        downName: screen.words.scroll_down
    }
}
