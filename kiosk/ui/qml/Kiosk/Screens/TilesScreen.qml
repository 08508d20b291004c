pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// The items a mode has chosen, as large tiles, and its quiz.
Item {
    id: screen

    required property ShellViewModel shell
    required property ModeViewModel mode
    readonly property Words words: screen.shell.words
    readonly property bool wide: width > height
    readonly property int count: screen.mode.tiles.length + (screen.mode.hasQuiz ? 1 : 0)
    readonly property int columns: screen.wide ? Math.min(4, screen.count) : 2
    readonly property int rows: Math.max(1, Math.ceil(screen.count / screen.columns))

    ScreenHeader {
        id: header
        width: parent.width
        compact: screen.wide
        title: screen.mode.name
        subtitle: screen.mode.summary
    }
    Grid {
        id: grid
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin
        columns: screen.columns
        spacing: Theme.gapLarge

        CardTile {
            visible: screen.mode.hasQuiz
            width: (grid.width - (screen.columns - 1) * grid.spacing) / screen.columns
            height: (grid.height - (screen.rows - 1) * grid.spacing) / screen.rows
            text: screen.words.quiz
            iconName: "question"
            accent: Theme.accent(3)
            large: true
            onClicked: screen.shell.show("Quiz")
        }
        Repeater {
            model: screen.mode.tiles

            CardTile {
                required property ItemCard modelData
                required property int index

                width: (grid.width - (screen.columns - 1) * grid.spacing) / screen.columns
                height: (grid.height - (screen.rows - 1) * grid.spacing) / screen.rows
                text: modelData.name
                summary: modelData.summary
                iconName: modelData.icon
                accent: Theme.accent(index)
                large: true
                onClicked: screen.shell.open(modelData.identifier)
            }
        }
    }
}
