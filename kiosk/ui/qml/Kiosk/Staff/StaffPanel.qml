pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.ViewModels

// The staff's panel over whatever visitors see; it closes by itself.
Rectangle {
    id: panel

    required property StaffViewModel staff
    required property ShellViewModel shell
    required property CheckViewModel check
    readonly property var words: panel.shell.words
    readonly property var titles: ({
            Pad: panel.words.staff_pad,
            Rescue: panel.words.staff_rescue,
            Who: panel.words.staff_who,
            NewPin: panel.words.staff_new_pin,
            Board: panel.words.staff_board,
            Until: panel.words.staff_until,
            Shows: panel.words.staff_shows,
            Clock: panel.words.staff_clock,
            Check: panel.words.staff_check,
            Status: panel.words.staff_status,
            Report: panel.words.staff_report
        })

    color: Theme.paper

    MouseArea {
        anchors.fill: parent
    }
    ScreenHeader {
        id: header
        width: parent.width
        compact: true
        title: panel.titles[panel.staff.page] ?? ""
        subtitle: panel.staff.state.person ?? ""

        TextButton {
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            text: (panel.staff.state.person && panel.staff.page !== "Board" ? panel.words.back : panel.words.close) ?? ""
            iconName: "x-circle"
            ground: Theme.nightPressed
            onClicked: panel.staff.goBack()
        }
    }
    Loader {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        sourceComponent: {
            switch (panel.staff.page) {
            case "Board":
                return board;
            case "Until":
                return until;
            case "Shows":
                return shows;
            case "Status":
                return status;
            case "Report":
                return report;
            case "Check":
                return check;
            case "Who":
                return who;
            default:
                return pad;
            }
        }
    }
    Component {
        id: pad
        PadPage {
            staff: panel.staff
            shell: panel.shell
        }
    }
    Component {
        id: who
        WhoPage {
            staff: panel.staff
            shell: panel.shell
        }
    }
    Component {
        id: board
        BoardPage {
            staff: panel.staff
            shell: panel.shell
        }
    }
    Component {
        id: shows
        ShowsPage {
            staff: panel.staff
            shell: panel.shell
        }
    }
    Component {
        id: status
        StatusPage {
            staff: panel.staff
            shell: panel.shell
        }
    }
    Component {
        id: report
        ReportPage {
            staff: panel.staff
            shell: panel.shell
        }
    }
    Component {
        id: check
        CheckPage {
            check: panel.check
            shell: panel.shell
        }
    }
    Component {
        id: until
        UntilPage {
            staff: panel.staff
            shell: panel.shell
        }
    }
}
