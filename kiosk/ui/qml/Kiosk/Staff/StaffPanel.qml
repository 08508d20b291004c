pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// The staff's panel over whatever visitors see; it closes by itself.
Rectangle {
    id: panel

    required property StaffViewModel staff
    required property PadViewModel pad
    required property BoardViewModel board
    required property ShowsViewModel shows
    required property SpotsViewModel spots
    required property ConditionViewModel condition
    required property HallViewModel hall
    required property StickViewModel stick
    required property PreviousViewModel previous
    required property ShellViewModel shell
    required property CheckViewModel check
    readonly property Words words: panel.shell.words
    readonly property var titles: ({
            Pad: panel.words.staff_pad,
            First: panel.words.staff_first,
            Evacuate: panel.words.evacuate_now,
            Rescue: panel.words.staff_rescue,
            Who: panel.words.staff_who,
            NewPin: panel.words.staff_new_pin,
            Board: panel.words.staff_board,
            Until: panel.board.choice.urgent ? panel.board.choice.card.name : panel.words.staff_until,
            Shows: panel.words.staff_shows,
            Clock: panel.words.staff_clock,
            Check: panel.words.staff_check,
            Hall: panel.words.staff_hall,
            Tools: panel.words.staff_tools,
            Status: panel.words.staff_status,
            Report: panel.words.staff_report,
            Stick: panel.words.staff_stick,
            Previous: panel.words.staff_previous
        })

    color: Theme.paper

    MouseArea {
        anchors.fill: parent
    }
    PanelHeader {
        id: header
        width: parent.width
        title: panel.titles[panel.staff.page] ?? ""
        staff: panel.staff
        shell: panel.shell
    }
    Loader {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        sourceComponent: {
            switch (panel.staff.page) {
            case "Board":
                return boardPage;
            case "Until":
                return untilPage;
            case "Shows":
                return showsPage;
            case "Spots":
                return spotsPage;
            case "Status":
                return statusPage;
            case "Report":
                return reportPage;
            case "Check":
                return checkPage;
            case "Hall":
                return hallPage;
            case "Stick":
                return stickPage;
            case "Previous":
                return previousPage;
            case "Tools":
                return toolsPage;
            case "Who":
                return whoPage;
            default:
                return padPage;
            }
        }
    }
    Loader {
        anchors.fill: parent
        active: panel.staff.page === "Check" && panel.check.tryingGlass
        sourceComponent: GlassSquares {
            check: panel.check
            shell: panel.shell
        }
    }
    Component {
        id: padPage
        PadPage {
            staff: panel.staff
            pad: panel.pad
            shell: panel.shell
        }
    }
    Component {
        id: whoPage
        WhoPage {
            pad: panel.pad
            shell: panel.shell
        }
    }
    Component {
        id: boardPage
        BoardPage {
            staff: panel.staff
            board: panel.board
            spots: panel.spots
            shell: panel.shell
        }
    }
    Component {
        id: showsPage
        ShowsPage {
            shows: panel.shows
            shell: panel.shell
        }
    }
    Component {
        id: spotsPage
        SpotsPage {
            spots: panel.spots
            shell: panel.shell
        }
    }
    Component {
        id: statusPage
        StatusPage {
            condition: panel.condition
            shell: panel.shell
        }
    }
    Component {
        id: reportPage
        ReportPage {
            condition: panel.condition
            shell: panel.shell
        }
    }
    Component {
        id: checkPage
        CheckPage {
            check: panel.check
            shell: panel.shell
        }
    }
    Component {
        id: hallPage
        HallPage {
            hall: panel.hall
            check: panel.check
            shell: panel.shell
        }
    }
    Component {
        id: stickPage
        StickPage {
            stick: panel.stick
            shell: panel.shell
        }
    }
    Component {
        id: previousPage
        PreviousPage {
            previous: panel.previous
            shell: panel.shell
        }
    }
    Component {
        id: toolsPage
        ToolsPage {
            staff: panel.staff
            previous: panel.previous
            shell: panel.shell
        }
    }
    Component {
        id: untilPage
        UntilPage {
            board: panel.board
            shell: panel.shell
        }
    }
}
