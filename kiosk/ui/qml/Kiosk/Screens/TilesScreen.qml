pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// The items a mode has chosen, as large pictures, and its quiz across the foot.
Item {
    id: screen

    required property ShellViewModel shell
    required property ModeViewModel mode
    readonly property Words words: screen.shell.words
    readonly property bool wide: width > height
    readonly property int count: screen.mode.tiles.length
    readonly property int columns: screen.wide ? Math.max(1, Math.min(4, screen.count)) : 2
    readonly property int rows: Math.max(1, Math.ceil(screen.count / screen.columns))

    ScreenHeader {
        id: header
        width: parent.width
        title: screen.mode.name
        subtitle: screen.mode.summary
    }
    Grid {
        id: grid
        anchors.top: header.bottom
        anchors.bottom: quiz.visible ? quiz.top : parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin
        anchors.topMargin: Theme.gapLarge
        anchors.bottomMargin: quiz.visible ? Theme.gap : Theme.margin
        columns: screen.columns
        spacing: Theme.gap

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
    CardTile {
        id: quiz
        visible: screen.mode.hasQuiz
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin
        height: Math.round(screen.height * Theme.doingShare)
        text: screen.words.quiz
        iconName: "question"
        accent: Theme.accent(3)
        large: true
        onClicked: screen.shell.show("Quiz")
    }
}
