pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// Figures in, nothing out: neither the screen nor a screen reader tells what was entered.
Item {
    id: page

    required property StaffViewModel staff
    required property PadViewModel pad
    required property ShellViewModel shell
    readonly property Words words: page.shell.words
    readonly property bool wide: width > height
    readonly property bool evacuating: page.staff.page === "Evacuate"
    readonly property bool clock: page.staff.page === "Clock"

    // Figures typed on a keyboard, whatever it writes them with.
    focus: true
    Keys.onPressed: event => {
        event.accepted = event.isAutoRepeat || page.pad.type(event.key, event.text);
    }
    Component.onCompleted: page.forceActiveFocus()

    // What this pad is for.
    Image {
        visible: page.evacuating && !page.wide
        anchors.horizontalCenter: parent.horizontalCenter
        y: (pad.y - height) / 2
        width: Math.round(Math.min(Theme.size(110), pad.y - 2 * Theme.margin))
        height: width
        source: visible && width > 0 ? page.shell.drawing("exit_ahead") : ""
        sourceSize: Qt.size(width, height)
    }
    Icon {
        visible: !page.evacuating && !page.wide
        anchors.horizontalCenter: parent.horizontalCenter
        y: (pad.y - height) / 2
        name: page.clock ? "clock" : "identification-badge"
        color: Theme.emerald
        size: Math.round(Math.max(0, Math.min(Theme.size(70), pad.y - 2 * Theme.margin)))
    }
    // At the foot, within reach; what is over the keys has the same height whatever it says, so that no key moves.
    Grid {
        id: pad
        anchors.horizontalCenter: parent.horizontalCenter
        y: page.wide ? (page.height - height) / 2 : page.height - height - Theme.margin
        columns: page.wide ? 2 : 1
        spacing: Theme.margin
        horizontalItemAlignment: Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter

        Column {
            width: Theme.size(150)
            spacing: Theme.gapLarge

            AppText {
                visible: page.pad.challenge !== ""
                width: parent.width
                text: page.words.rescue_how
                horizontalAlignment: Text.AlignHCenter
            }
            AppText {
                visible: page.pad.challenge !== ""
                width: parent.width
                text: page.pad.challenge
                horizontalAlignment: Text.AlignHCenter
                color: Theme.emerald
                lineHeight: 1
                font.pixelSize: Theme.size(15)
                font.weight: Font.Bold
            }
            EntrySlots {
                width: parent.width
                height: Theme.size(30)
                figures: page.pad.figures
                least: ["First", "Rescue"].includes(page.staff.page) ? 8 : 6
                shown: page.pad.figuresShown
                parts: page.clock ? page.words.clock_parts.split(" ") : []
            }
            // Always as high as the longest message: nothing moves under the finger when one comes.
            AppText {
                width: parent.width
                height: Theme.size(36)
                text: page.pad.message
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                fontSizeMode: Text.VerticalFit
                color: Theme.saffronInk
                font.weight: Font.Medium
                Accessible.role: Accessible.AlertMessage
            }
            TextButton {
                opacity: ["Pad", "First"].includes(page.staff.page) ? 1 : 0
                enabled: opacity > 0
                anchors.horizontalCenter: parent.horizontalCenter
                text: page.words.forgot_pin
                iconName: "key"
                ground: "transparent"
                groundPressed: Theme.surfacePressed
                edge: Theme.line
                ink: Theme.ink
                onClicked: page.pad.forgot()
            }
            TextButton {
                visible: page.pad.mayEvacuate
                anchors.horizontalCenter: parent.horizontalCenter
                text: page.words.evacuate_now
                iconName: "warning"
                ground: Theme.alarm
                groundPressed: Theme.alarmPressed
                onClicked: page.pad.evacuate()
            }
        }
        Grid {
            columns: 3
            spacing: Theme.gap
            LayoutMirroring.enabled: false
            LayoutMirroring.childrenInherit: true

            Repeater {
                model: [...page.pad.digits.slice(0, 9), "erase", page.pad.digits[9], "enter"]

                Pressable {
                    id: key

                    required property string modelData
                    readonly property bool figure: key.modelData.length === 1
                    readonly property bool enter: key.modelData === "enter"

                    width: Theme.size(32)
                    height: Theme.size(24)
                    raised: true
                    enabled: !page.pad.shut
                    opacity: enabled ? 1 : 0.35
                    text: key.figure ? key.modelData : key.enter && page.evacuating ? page.words.evacuate_now : page.words[key.modelData]
                    ground: !key.enter ? Theme.surface : page.evacuating ? Theme.alarm : Theme.emerald
                    groundPressed: !key.enter ? Theme.surfacePressed : page.evacuating ? Theme.alarmPressed : Theme.night
                    onClicked: {
                        if (key.figure)
                            page.pad.press(key.modelData);
                        else if (key.modelData === "erase")
                            page.pad.erase();
                        else
                            page.pad.submit();
                    }

                    contentItem: Item {
                        AppText {
                            visible: key.figure
                            anchors.centerIn: parent
                            text: key.modelData
                            lineHeight: 1
                            font.pixelSize: Theme.size(15)
                            font.weight: Font.Medium
                            Accessible.ignored: true
                        }
                        Icon {
                            visible: !key.figure
                            anchors.centerIn: parent
                            name: !key.enter ? "backspace" : page.evacuating ? "warning" : "check"
                            color: key.enter ? Theme.nightInk : Theme.ink
                            size: Theme.size(11)
                        }
                    }
                }
            }
        }
    }
}
