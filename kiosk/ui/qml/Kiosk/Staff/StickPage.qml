pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// A stick: what it would change, the touch that takes it, how far it is, and the tick; or why not, and what to do.
ScrollPage {
    id: page

    required property StickViewModel stick
    required property ShellViewModel shell
    readonly property Words words: page.shell.words
    readonly property string stage: page.stick.stage
    readonly property var signs: ({
            looking: "hourglass",
            offered: "tray",
            working: "hourglass"
        })
    readonly property var hints: ({
            looking: page.words.stick_looking_how,
            offered: page.words.stick_offered_how,
            working: page.words.stick_working_how
        })
    readonly property bool ticked: page.stage === "shown" || page.stage === "refused" && page.stick.harmless

    low: true
    sign: "tray"
    upName: page.words.scroll_up
    downName: page.words.scroll_down
    spacing: Theme.gapLarge

    NoticePanel {
        visible: !page.ticked
        width: page.columnWidth
        iconName: page.signs[page.stage] ?? "info"
        label: page.words["stick_" + page.stage]
        text: page.hints[page.stage] ?? page.stick.reason
        rightToLeft: page.shell.rightToLeft
    }
    // The tick: nothing is left to do at this screen.
    Rectangle {
        visible: page.ticked
        width: page.columnWidth
        height: tick.implicitHeight + 2 * Theme.gapLarge
        radius: Theme.radius
        color: Theme.emeraldWash

        Column {
            id: tick
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.gapLarge
            spacing: Theme.gap

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: "check-circle"
                color: Theme.emerald
                size: Theme.size(36)
            }
            Repeater {
                model: page.stage === "shown" ? [page.words.stick_shown, page.stick.readBack, page.stick.receipt, page.words.stick_next] : [page.stick.reason]

                AppText {
                    required property string modelData
                    required property int index

                    width: tick.width
                    text: modelData
                    color: index === 0 ? Theme.emerald : Theme.ink
                    horizontalAlignment: Text.AlignHCenter
                    font.pixelSize: index === 0 ? Theme.lead : Theme.body
                    font.weight: index === 0 ? Font.DemiBold : Font.Normal
                    Accessible.role: Accessible.AlertMessage
                }
            }
        }
    }
    Column {
        visible: page.stage === "offered"
        width: page.columnWidth
        spacing: Theme.gap

        Repeater {
            model: page.stick.facts

            Row {
                id: fact

                required property string modelData
                required property int index

                width: page.columnWidth
                spacing: Theme.gap

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: ["arrows-clockwise", "files", "shield-check", "hard-drive"][fact.index]
                    color: Theme.emerald
                    size: Theme.size(8)
                }
                AppText {
                    width: parent.width - Theme.size(8) - Theme.gap
                    text: fact.modelData
                    font.weight: fact.index === 0 ? Font.DemiBold : Font.Normal
                }
            }
        }
    }
    StepProgress {
        visible: page.stage === "working"
        width: page.columnWidth
        text: page.words.one_moment
        part: page.stick.part
    }
    Column {
        visible: page.stage === "working"
        width: page.columnWidth
        spacing: Theme.gap

        Repeater {
            model: page.stick.steps

            Row {
                id: step

                required property JobStep modelData

                width: page.columnWidth
                spacing: Theme.gap

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: step.modelData.done ? "check-circle" : step.modelData.now ? "hourglass" : "circle"
                    color: step.modelData.done ? Theme.emerald : step.modelData.now ? Theme.ink : Theme.inkSoft
                    size: Theme.size(8)
                }
                AppText {
                    width: parent.width - Theme.size(8) - Theme.gap
                    text: step.modelData.name
                    color: step.modelData.done || step.modelData.now ? Theme.ink : Theme.inkSoft
                    font.weight: step.modelData.now ? Font.DemiBold : Font.Normal
                }
            }
        }
    }
    TextButton {
        visible: page.stage === "offered"
        width: page.columnWidth
        height: Theme.size(28)
        text: page.words.stick_take
        iconName: "check"
        ground: Theme.emerald
        groundPressed: Theme.night
        onClicked: page.stick.confirm()
    }
    TextButton {
        anchors.left: parent.left
        visible: page.stage === "refused"
        text: page.words.stick_again
        iconName: "arrows-clockwise"
        onClicked: page.stick.look()
    }
}
