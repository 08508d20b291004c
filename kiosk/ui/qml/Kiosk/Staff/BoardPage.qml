pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// What is in force, why, until when, what comes next; every mode one touch away, what serves nobody apart from the others.
Item {
    id: page

    required property StaffViewModel staff
    required property BoardViewModel board
    required property SpotsViewModel spots
    required property ShellViewModel shell
    readonly property Words words: page.shell.words
    readonly property BoardState now: page.board.state
    readonly property bool wide: width > height
    readonly property real sideWidth: page.wide ? Math.min(Theme.size(120), page.width * 0.33) : page.width - 2 * Theme.margin
    readonly property list<var> open: page.board.openModes
    readonly property list<var> shut: page.board.shutModes.filter(tile => !tile.alarm)

    Column {
        id: side
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: Theme.gap + Theme.gapSmall
        width: page.sideWidth
        spacing: Theme.gap

        NoticePanel {
            width: parent.width
            iconName: page.now.icon
            label: page.words.shown_now + "\u00a0: " + page.now.mode
            text: [page.now.why, page.now.until, page.now.next].join("\n")
            rightToLeft: page.shell.rightToLeft
        }
        Flow {
            id: urgent
            readonly property int columns: page.wide ? 2 : Math.max(1, page.shut.length)
            readonly property real part: (side.width - (columns - 1) * spacing) / columns

            width: side.width
            spacing: Theme.gapSmall

            Repeater {
                model: page.shut

                StaffTile {
                    required property ModeTile modelData
                    required property int index

                    height: Theme.size(18)
                    // The last one takes a whole line where it would stand alone on it.
                    width: index === page.shut.length - 1 && index % urgent.columns === 0 ? side.width : urgent.part
                    choice: true
                    text: modelData.card.name
                    iconName: modelData.card.icon
                    checked: modelData.chosen
                    ink: Theme.nightInk
                    ground: checked ? Theme.emerald : Theme.night
                    groundPressed: Theme.nightPressed
                    onClicked: page.board.chooseMode(modelData.card.identifier)
                }
            }
        }
        AppText {
            visible: text !== ""
            width: parent.width
            text: page.now.waiting ? page.words.waits_for_visitor : page.now.followed || page.staff.message || page.now.called
            color: Theme.emerald
            lineHeight: 1
            font.weight: Font.Medium
            font.pixelSize: Theme.caption
            Accessible.role: Accessible.AlertMessage
        }
        TextButton {
            visible: page.now.chosen
            width: parent.width
            text: page.words.back_to_schedule
            iconName: "calendar-check"
            onClicked: page.board.backToSchedule(false)
        }
        TextButton {
            visible: page.now.chosen && page.board.group.reached
            width: parent.width
            text: page.words.group_to_schedule
            iconName: "broadcast"
            ground: "transparent"
            groundPressed: Theme.surfacePressed
            edge: Theme.line
            ink: Theme.ink
            onClicked: page.board.backToSchedule(true)
        }
        NoticePanel {
            visible: page.now.fault !== ""
            width: parent.width
            color: Theme.saffronWash
            iconName: "hard-drive"
            label: ""
            text: page.now.fault
            rightToLeft: page.shell.rightToLeft
            Accessible.role: Accessible.AlertMessage
        }
        NoticePanel {
            visible: page.now.clock !== ""
            width: parent.width
            iconName: "clock"
            label: page.now.clock
            text: page.now.time
            rightToLeft: page.shell.rightToLeft
        }
        BoardTools {
            width: side.width
            columns: page.wide ? 2 : 4
            staff: page.staff
            words: page.words
            clock: page.now.clock !== ""
            spots: page.spots.any
        }
    }
    AppText {
        id: showing
        anchors.left: area.left
        anchors.right: area.right
        y: page.wide ? Theme.gap : side.y + side.height + Theme.gap
        text: page.words.act_show
        color: Theme.emerald
        lineHeight: 1
        font.pixelSize: Theme.caption
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
    }
    Flickable {
        id: area
        readonly property int columns: 3
        readonly property int rows: Math.ceil(page.open.length / columns)
        readonly property real tall: Math.max(Theme.target, Math.min(Theme.size(22), (height - Theme.lift - (rows - 1) * Theme.gapSmall) / Math.max(1, rows)))

        anchors.left: page.wide ? side.right : parent.left
        anchors.leftMargin: page.wide ? Theme.gapLarge : Theme.margin
        anchors.right: arrows.needed ? arrows.left : parent.right
        anchors.rightMargin: arrows.needed ? Theme.gapSmall : Theme.margin
        anchors.top: showing.bottom
        anchors.topMargin: Theme.gapSmall
        anchors.bottom: evacuate.visible ? evacuate.top : parent.bottom
        anchors.bottomMargin: Theme.gap
        contentWidth: width
        contentHeight: grid.height + Theme.lift
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Grid {
            id: grid
            x: page.LayoutMirroring.enabled ? area.width - width : 0
            columns: area.columns
            spacing: Theme.gapSmall

            Repeater {
                model: page.open

                StaffTile {
                    required property ModeTile modelData

                    width: (area.width - (area.columns - 1) * grid.spacing) / area.columns
                    height: area.tall
                    choice: true
                    text: modelData.card.name
                    iconName: modelData.card.icon
                    checked: modelData.chosen
                    ground: modelData.chosen ? Theme.emerald : modelData.pavilion ? Theme.surface : Theme.emeraldWash
                    groundPressed: modelData.chosen ? Theme.night : Theme.surfacePressed
                    onClicked: page.board.chooseMode(modelData.card.identifier)
                }
            }
        }
    }
    EvacuateTile {
        id: evacuate
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        alarm: page.board.shutModes.find(tile => tile.alarm) ?? null
        onClicked: page.board.chooseMode(alarm.card.identifier)
    }
    ScrollButtons {
        id: arrows
        anchors.right: parent.right
        anchors.bottom: evacuate.visible ? evacuate.top : parent.bottom
        anchors.margins: Theme.gap
        flickable: area
        upName: page.words.scroll_up
        downName: page.words.scroll_down
    }
}
