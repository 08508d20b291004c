pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// The items a mode has chosen, as large pictures, and its quiz: across the foot, or last on a wide panel.
Item {
    id: screen

    required property ShellViewModel shell
    required property ModeViewModel mode
    readonly property Words words: screen.shell.words
    readonly property bool wide: width > height
    readonly property bool quizzed: screen.mode.hasQuiz
    readonly property int count: screen.mode.tiles.length + (screen.wide && screen.quizzed ? 1 : 0)
    readonly property int columns: screen.wide ? Math.max(1, screen.count > 5 ? Math.ceil(screen.count / 2) : screen.count) : 2
    readonly property int rows: Math.max(1, Math.ceil(screen.count / screen.columns))

    ScreenHeader {
        id: header
        width: parent.width
        title: screen.mode.name
        subtitle: screen.mode.summary
    }
    Grid {
        id: grid
        // One size for all names.
        readonly property list<real> steps: [Theme.head, Theme.lead, Theme.body].slice(screen.mode.tiles.some(tile => tile.name.length > 14) ? 1 : 0)
        readonly property real tile: Math.floor((width - (screen.columns - 1) * spacing) / screen.columns)
        readonly property real row: Math.floor((height - (screen.rows - 1) * spacing) / screen.rows)

        anchors.top: header.bottom
        anchors.bottom: !screen.wide && screen.quizzed ? quiz.top : parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin
        anchors.topMargin: Theme.gapLarge
        anchors.bottomMargin: !screen.wide && screen.quizzed ? Theme.gap : Theme.margin
        columns: screen.columns
        spacing: Theme.gap

        Repeater {
            model: screen.mode.tiles

            CardTile {
                required property ItemCard modelData
                required property int index

                width: grid.tile
                height: grid.row
                text: modelData.name
                summary: modelData.summary
                iconName: modelData.icon
                source: modelData.picture
                accent: modelData.colour !== "" ? Theme.own(modelData.colour) : Theme.accent(index)
                large: true
                steps: grid.steps
                onClicked: screen.shell.open(modelData.identifier)
            }
        }
    }
    CardTile {
        id: quiz
        visible: screen.quizzed
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.margins: Theme.margin
        width: screen.wide ? grid.tile : screen.width - 2 * Theme.margin
        height: screen.wide ? grid.row : Math.round(screen.height * Theme.doingShare)
        text: screen.words.quiz
        source: screen.shell.door("children")
        iconName: "puzzle-piece"
        accent: Theme.accent(3)
        large: true
        steps: grid.steps
        onClicked: screen.shell.show("Quiz")
    }
}
