pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// What is on now and what comes next, large; then the day's timetable, its hours in a column of their own.
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

    component Showing: TimeRow {
        required property ShowingRow modelData

        width: parent?.width ?? 0
        text: modelData.card.name
        time: modelData.time
        place: modelData.place
        onClicked: screen.shell.open(modelData.card.identifier)
    }

    component Panel: Column {
        id: panel

        required property string title
        required property string empty
        required property list<var> rows
        property bool running: false

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

            Showing {
                running: panel.running
            }
        }
    }

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
        Grid {
            columns: screen.wide ? 2 : 1
            spacing: Theme.gapLarge

            Column {
                width: screen.wide ? (page.columnWidth - Theme.gapLarge) / 2 : page.columnWidth
                spacing: Theme.gapLarge

                Panel {
                    width: parent.width
                    title: screen.words.now
                    empty: screen.words.nothing_now
                    rows: screen.catalogue.now
                    running: true
                }
                Panel {
                    width: parent.width
                    title: screen.words.next_up
                    empty: screen.words.nothing_next
                    rows: screen.catalogue.next
                }
            }
            Panel {
                width: screen.wide ? (page.columnWidth - Theme.gapLarge) / 2 : page.columnWidth
                title: screen.words.timetable
                empty: screen.words.nothing_next
                rows: screen.catalogue.timetable
            }
        }
    }
}
