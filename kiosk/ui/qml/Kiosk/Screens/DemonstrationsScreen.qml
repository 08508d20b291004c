pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// The day as a track: what is over is folded, through what is on goes the line of now, then what comes; hours in a column of their own.
Item {
    id: screen

    required property ShellViewModel shell
    required property CatalogueViewModel catalogue
    readonly property Words words: screen.shell.words
    readonly property bool wide: width > height

    Connections {
        target: screen.shell

        function onHomeShown(): void {
            page.toTop();
        }
    }

    // A show, and beside it the way there.
    component Showing: Row {
        id: showing

        required property ShowingRow modelData

        width: parent?.width ?? 0
        spacing: Theme.gapSmall

        TimeRow {
            id: told
            width: showing.width - (way.visible ? way.width + showing.spacing : 0)
            text: showing.modelData.card.name
            time: showing.modelData.time
            place: showing.modelData.place
            running: showing.modelData.state === "on"
            remaining: showing.modelData.left
            share: showing.modelData.share
            opacity: showing.modelData.state === "over" ? 0.7 : 1
            onClicked: screen.shell.open(showing.modelData.card.identifier)
        }
        Pressable {
            id: way
            visible: showing.modelData.placed && showing.modelData.left !== ""
            width: Theme.size(20)
            height: told.height
            raised: true
            text: [screen.words.show_the_way, showing.modelData.card.name, showing.modelData.walk].filter(told => told !== "").join(" · ")
            onClicked: screen.shell.showWay(showing.modelData.card.identifier)

            contentItem: Item {
                Column {
                    anchors.centerIn: parent
                    width: parent.width

                    Icon {
                        width: parent.width
                        name: "map-trifold"
                        color: Theme.emerald
                        size: Theme.size(10)
                        horizontalAlignment: Text.AlignHCenter
                    }
                    AppText {
                        visible: text !== ""
                        width: parent.width
                        text: showing.modelData.walk
                        color: Theme.emerald
                        lineHeight: 1
                        wrapMode: Text.NoWrap
                        horizontalAlignment: Text.AlignHCenter
                        font.pixelSize: Theme.caption
                        font.weight: Font.DemiBold
                        Accessible.ignored: true
                    }
                }
            }
        }
    }

    component Panel: Column {
        id: panel

        required property string title
        required property string empty
        required property list<var> rows

        width: screen.wide ? (page.columnWidth - Theme.gapLarge) / 2 : page.columnWidth
        spacing: Theme.gap

        AppText {
            width: parent.width
            text: panel.title
            color: Theme.emerald
            lineHeight: 1
            font.pixelSize: Theme.lead
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        AppText {
            visible: panel.rows.length === 0
            width: parent.width
            text: panel.empty
            color: Theme.inkSoft
        }
        Repeater {
            model: panel.rows

            Showing {}
        }
    }

    property bool unfolded: false
    readonly property list<var> shows: screen.catalogue.timetable
    readonly property list<var> over: screen.shows.filter(show => show.state === "over")

    ScreenHeader {
        id: header
        width: parent.width
        title: screen.words.demonstrations
        subtitle: screen.words.demonstrations_summary
    }
    ScrollPage {
        id: page
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        upName: screen.words.scroll_up
        downName: screen.words.scroll_down
        spacing: Theme.gap
        most: width

        NoticePanel {
            visible: screen.catalogue.sampleBoard
            width: page.columnWidth
            text: screen.words.sample_timetable
            rightToLeft: screen.shell.rightToLeft
        }
        // What is over, folded.
        QuietButton {
            visible: screen.over.length > 0
            width: page.columnWidth
            text: [screen.words.shows_over].concat(screen.over.map(show => show.start)).join(" · ")
            Accessible.name: screen.words.shows_over + ": " + screen.over.map(show => show.time + " " + show.card.name).join(", ")
            iconName: screen.unfolded ? "caret-up" : "caret-down"
            onClicked: screen.unfolded = !screen.unfolded
        }
        Repeater {
            model: screen.unfolded ? screen.over : []

            Showing {
                width: page.columnWidth
            }
        }
        Grid {
            columns: screen.wide ? 2 : 1
            spacing: Theme.gapLarge

            Panel {
                title: screen.words.now
                empty: screen.words.nothing_now
                rows: screen.shows.filter(show => show.state === "on")
            }
            Panel {
                title: screen.words.next_up
                empty: screen.words.nothing_next
                rows: screen.shows.filter(show => show.state === "coming")
            }
        }
    }
}
