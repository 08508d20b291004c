pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

Item {
    id: screen

    required property ShellViewModel shell
    readonly property Words words: screen.shell.words
    readonly property bool wide: width > height
    readonly property bool tight: wide || height < Theme.size(360)
    readonly property int columns: wide ? 3 : 2
    readonly property list<var> doors: [
        {key: "services", screen: "Services", icon: "files", summary: "services_summary"},
        {key: "pavilions", screen: "Catalogue", icon: "squares-four", summary: "pavilions_summary"},
        {key: "demonstrations", screen: "Demonstrations", icon: "flag-banner", summary: "demonstrations_summary"},
        {key: "editions", screen: "Editions", icon: "chart-bar-horizontal", summary: "editions_summary"},
        {key: "emergency", screen: "Emergency", icon: "phone-call", summary: "emergency_summary"},
        {key: "glossary", screen: "Glossary", icon: "translate", summary: "glossary_summary"}
    ]

    ScreenHeader {
        id: header
        width: parent.width
        title: screen.words.welcome
        subtitle: screen.shell.title
        compact: screen.tight
    }
    AppText {
        id: question
        anchors.top: header.bottom
        anchors.topMargin: screen.tight ? Theme.gap : Theme.gapLarge
        anchors.left: parent.left
        anchors.right: screen.wide ? find.left : parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        text: screen.words.home_question
        lineHeight: 1
        font.pixelSize: Theme.heading
        font.weight: Font.DemiBold
    }
    SearchEntry {
        id: find
        anchors.top: screen.wide ? header.bottom : question.bottom
        anchors.topMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        width: screen.wide ? screen.width * 0.45 : screen.width - 2 * Theme.margin
        text: screen.words.search_prompt
        onClicked: screen.shell.show("Search")
    }
    Grid {
        id: grid
        anchors.top: find.bottom
        anchors.bottom: about.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin
        anchors.topMargin: screen.tight ? Theme.gap : Theme.gapLarge
        anchors.bottomMargin: screen.tight ? Theme.gap : Theme.gapLarge
        columns: screen.columns
        spacing: screen.tight ? Theme.gap : Theme.gapLarge

        Repeater {
            model: screen.doors

            CardTile {
                required property var modelData
                required property int index
                readonly property int rows: Math.ceil(screen.doors.length / screen.columns)

                width: (grid.width - (screen.columns - 1) * grid.spacing) / screen.columns
                height: (grid.height - (rows - 1) * grid.spacing) / rows
                text: screen.words[modelData.key]
                summary: screen.words[modelData.summary]
                iconName: modelData.icon
                source: screen.shell.door(modelData.key)
                accent: modelData.key === "emergency" ? Theme.alarm : Theme.accent(index)
                large: !screen.wide
                beside: screen.wide
                onClicked: screen.shell.show(modelData.screen)
            }
        }
    }
    Row {
        id: about
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.gap

        QuietButton {
            text: screen.words.map
            iconName: "map-trifold"
            onClicked: screen.shell.show("Map")
        }
        QuietButton {
            text: screen.words.about
            iconName: "bank"
            onClicked: screen.shell.open("organisation:dgsn")
        }
        QuietButton {
            text: screen.words.finished
            iconName: "check-circle"
            onClicked: screen.shell.finish()
        }
    }
}
