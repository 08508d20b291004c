pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// The doors of the kiosk as pictures, and the box that finds everything.
Item {
    id: screen

    required property ShellViewModel shell
    readonly property Words words: screen.shell.words
    readonly property bool wide: width > height
    readonly property int columns: wide ? 3 : 2
    readonly property int rows: Math.ceil(screen.doors.length / screen.columns)
    readonly property list<var> doors: [
        {key: "services", screen: "Services", icon: "files", summary: "services_summary"},
        {key: "pavilions", screen: "Catalogue", icon: "squares-four", summary: "pavilions_summary"},
        {key: "demonstrations", screen: "Demonstrations", icon: "flag-banner", summary: "demonstrations_summary"},
        {key: "editions", screen: "Editions", icon: "chart-bar-horizontal", summary: "editions_summary"},
        {key: "emergency", screen: "Emergency", icon: "phone-call", summary: "emergency_summary"},
        {key: "glossary", screen: "Glossary", icon: "translate", summary: "glossary_summary"}
    ]

    Rectangle {
        id: front
        anchors.left: parent.left
        width: screen.wide ? Math.round(screen.width * Theme.sideShare) : screen.width
        height: screen.wide ? screen.height : titles.height + find.height / 2 + Theme.gapLarge + 2 * Theme.margin
        color: Theme.night
        clip: true

        ZelligePattern {
            anchors.fill: parent
            cell: Theme.size(30)
            ink: Theme.nightPattern
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.size(0.9)
            color: Theme.saffron
        }
        Column {
            id: titles
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            y: Theme.margin
            spacing: Theme.gapSmall

            Headline {
                width: parent.width
                text: screen.words.welcome
                steps: [Theme.display, Theme.title, Theme.head]
                lines: 1
                color: Theme.nightInk
            }
            AppText {
                width: parent.width
                text: screen.shell.title
                color: Theme.saffron
                lineHeight: 0.9
            }
            AppText {
                width: parent.width
                topPadding: screen.wide ? Theme.gap : 0
                text: screen.words.home_question
                color: Theme.nightInk
                lineHeight: 1
                font.pixelSize: screen.wide && screen.height < Theme.size(200) ? Theme.body : Theme.lead
            }
        }
    }
    SearchEntry {
        id: find
        anchors.left: front.left
        anchors.right: front.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        y: screen.wide ? front.height - height - about.height - 2 * Theme.margin : front.height - height / 2
        implicitHeight: Theme.size(22)
        text: screen.words.search_prompt
        onClicked: screen.shell.show("Search")
    }
    Grid {
        id: grid

        function leastWanted(): real {
            let least = Infinity;
            for (let at = 0; at < tiles.count; at++)
                least = Math.min(least, (tiles.itemAt(at) as CardTile)?.wanted ?? Infinity);
            return least;
        }

        // One size for all names.
        readonly property real least: leastWanted()

        anchors.top: screen.wide ? parent.top : find.bottom
        anchors.bottom: screen.wide ? parent.bottom : about.top
        anchors.left: screen.wide ? front.right : parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin
        anchors.topMargin: screen.wide ? Theme.margin : Theme.gapLarge
        anchors.bottomMargin: screen.wide ? Theme.margin : Theme.gap
        columns: screen.columns
        spacing: Theme.gap

        Repeater {
            id: tiles
            model: screen.doors

            CardTile {
                required property var modelData
                required property int index

                width: Math.floor((grid.width - (screen.columns - 1) * grid.spacing) / screen.columns)
                height: Math.floor((grid.height - (screen.rows - 1) * grid.spacing) / screen.rows)
                text: screen.words[modelData.key]
                summary: screen.words[modelData.summary]
                iconName: modelData.icon
                source: screen.shell.door(modelData.key)
                accent: modelData.key === "emergency" ? Theme.alarm : Theme.accent(index)
                large: true
                most: grid.least
                steps: screen.wide ? [Theme.lead, Theme.body] : [Theme.head, Theme.lead, Theme.body]
                onClicked: screen.shell.show(modelData.screen)
            }
        }
    }
    Flow {
        id: about
        width: (screen.wide ? front.width : screen.width) - 2 * Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: screen.wide ? Theme.margin : Theme.gap
        anchors.horizontalCenter: front.horizontalCenter
        spacing: Theme.gapSmall

        QuietButton {
            text: screen.words.map
            iconName: "map-trifold"
            ink: screen.wide ? Theme.nightInk : Theme.ink
            edge: screen.wide ? Theme.nightLine : Theme.line
            groundPressed: screen.wide ? Theme.nightPressed : Theme.surfacePressed
            onClicked: screen.shell.show("Map")
        }
        QuietButton {
            text: screen.words.about
            iconName: "bank"
            ink: screen.wide ? Theme.nightInk : Theme.ink
            edge: screen.wide ? Theme.nightLine : Theme.line
            groundPressed: screen.wide ? Theme.nightPressed : Theme.surfacePressed
            onClicked: screen.shell.open("organisation:dgsn")
        }
        QuietButton {
            text: screen.words.finished
            iconName: "check-circle"
            ink: screen.wide ? Theme.nightInk : Theme.ink
            edge: screen.wide ? Theme.nightLine : Theme.line
            groundPressed: screen.wide ? Theme.nightPressed : Theme.surfacePressed
            onClicked: screen.shell.finish()
        }
    }
}
