pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// The pavilions, each as its picture.
Item {
    id: screen

    required property ShellViewModel shell
    required property CatalogueViewModel catalogue
    readonly property Words words: screen.shell.words

    Connections {
        target: screen.shell

        function onHomeShown(): void {
            grid.positionViewAtBeginning();
        }
    }

    ScreenHeader {
        id: header
        width: parent.width
        title: screen.words.pavilions
        subtitle: screen.words.pavilions_summary
    }
    GridView {
        id: grid

        // One size for all names.
        property real least: Infinity
        readonly property int columns: Math.max(2, Math.round(width / Theme.size(100)))
        readonly property int shown: Math.max(1, Math.round((height - Theme.gap) / Theme.size(84)))

        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: arrows.left
        anchors.leftMargin: Theme.margin - Theme.gapSmall
        anchors.rightMargin: Theme.gapSmall
        topMargin: Theme.gap
        bottomMargin: Theme.gap
        cellWidth: Math.floor(width / columns)
        // A row cut at the foot says that there is more.
        cellHeight: Math.floor((height - Theme.gap) / (shown + 0.25))
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        cacheBuffer: 0
        model: screen.catalogue.pavilions

        delegate: Item {
            id: cell

            required property int index
            required property string identifier
            required property string name
            required property string summary
            required property string iconName
            required property string picture
            required property string colour

            width: grid.cellWidth
            height: grid.cellHeight

            CardTile {
                anchors.centerIn: parent
                most: grid.least
                onWantedChanged: grid.least = Math.min(grid.least, wanted)
                width: parent.width - Theme.gap
                height: parent.height - Theme.gap
                text: cell.name
                summary: cell.summary
                iconName: cell.iconName
                source: cell.picture
                accent: cell.colour !== "" ? Theme.own(cell.colour) : Theme.accent(cell.index)
                onClicked: screen.shell.open(cell.identifier)
            }
        }
    }
    ScrollButtons {
        id: arrows
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap
        flickable: grid
        upName: screen.words.scroll_up
        downName: screen.words.scroll_down
    }
}
