pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// Procedures, and at the foot what narrows them: who asks, and what for.
Item {
    id: screen

    required property ShellViewModel shell
    required property CatalogueViewModel catalogue
    readonly property Words words: screen.shell.words
    readonly property bool wide: width > height
    readonly property bool tight: wide && height < Theme.size(190)

    component Narrowing: Column {
        id: narrowing

        required property string title
        required property list<var> choices
        signal chosen(identifier: string)

        width: parent?.width ?? 0
        spacing: Theme.size(1)

        AppText {
            width: parent.width
            visible: !screen.tight
            text: narrowing.title
            lineHeight: 1
            font.weight: Font.DemiBold
        }
        Flow {
            width: parent.width
            spacing: Theme.gapSmall

            Repeater {
                model: narrowing.choices

                Chip {
                    required property Choice modelData

                    text: modelData.name
                    iconName: modelData.icon
                    checked: modelData.chosen
                    onClicked: narrowing.chosen(modelData.identifier)
                }
            }
        }
    }

    Connections {
        target: screen.shell

        function onHomeShown(): void {
            list.positionViewAtBeginning();
        }
    }

    ScreenHeader {
        id: header
        anchors.left: parent.left
        width: screen.wide ? screen.width - desk.width : screen.width
        compact: screen.wide
        title: screen.words.services
        subtitle: screen.words.services_summary
    }
    GridView {
        id: list
        anchors.top: header.bottom
        anchors.bottom: screen.wide ? parent.bottom : desk.top
        anchors.left: parent.left
        anchors.right: screen.wide ? desk.left : parent.right
        anchors.leftMargin: Theme.margin - Theme.size(1)
        anchors.rightMargin: Theme.margin - Theme.size(1)
        topMargin: Theme.gap
        bottomMargin: Theme.gap
        cellWidth: Math.floor(width / 2)
        cellHeight: Theme.size(35)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        cacheBuffer: 0
        model: screen.catalogue.services

        delegate: Item {
            id: cell

            required property string identifier
            required property string name
            required property string iconName

            width: list.cellWidth
            height: list.cellHeight

            CardRow {
                anchors.fill: parent
                anchors.margins: Theme.size(1)
                text: cell.name
                iconName: cell.iconName
                raised: true
                pointed: false
                padding: Theme.gapSmall
                mirror: screen.shell.rightToLeft
                onClicked: screen.shell.open(cell.identifier)
            }
        }
    }
    AppText {
        visible: list.count === 0
        anchors.top: list.top
        anchors.left: list.left
        anchors.right: list.right
        anchors.margins: Theme.gapLarge
        text: screen.words.no_service
        font.pixelSize: Theme.lead
    }
    Rectangle {
        id: desk
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: screen.wide ? Math.round(screen.width * 0.45) : screen.width
        height: screen.wide ? screen.height : doing.height + 2 * Theme.gap
        color: Theme.surface

        Rectangle {
            width: parent.width
            height: Theme.border
            color: Theme.hairline
        }
        Column {
            id: doing
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.leftMargin: screen.wide ? Theme.gapLarge : Theme.margin
            anchors.rightMargin: Theme.margin
            anchors.bottomMargin: Theme.gap
            spacing: Theme.gap

            Narrowing {
                title: screen.words.by_audience
                choices: screen.catalogue.audiences
                onChosen: identifier => screen.catalogue.chooseAudience(identifier)
            }
            Narrowing {
                title: screen.words.by_life_event
                choices: screen.catalogue.lifeEvents
                onChosen: identifier => screen.catalogue.chooseLifeEvent(identifier)
            }
            Item {
                width: parent.width
                height: Theme.target

                TextButton {
                    anchors.left: parent.left
                    leftPadding: Theme.gap
                    text: screen.words.have_code
                    iconName: "keyboard"
                    onClicked: screen.shell.show("Resume")
                }
                ScrollButtons {
                    anchors.right: parent.right
                    level: true
                    flickable: list
                    upName: screen.words.scroll_up
                    downName: screen.words.scroll_down
                }
            }
        }
    }
}
