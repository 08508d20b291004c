pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// One code at a time, as large as its reading distance asks for, with what it holds in words: all on one axis, what can be done
// at the foot.
Rectangle {
    id: panel

    required property ShellViewModel shell
    required property TakeawayViewModel takeaway
    readonly property Words words: panel.shell.words
    readonly property bool wide: width > height

    color: Theme.paper

    MouseArea {
        anchors.fill: parent
    }
    Flow {
        id: tabs
        readonly property real wanted: {
            let sum = -spacing;
            for (let i = 0; i < offered.count; i++)
                sum += (offered.itemAt(i)?.width ?? 0) + spacing;
            return sum;
        }

        anchors.top: parent.top
        anchors.topMargin: Theme.gapLarge
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(Math.ceil(wanted), parent.width - 2 * Theme.margin)
        spacing: Theme.gapSmall
        visible: panel.takeaway.codes.length > 1

        Repeater {
            id: offered
            model: panel.takeaway.codes

            Chip {
                required property CodeRow modelData
                required property int index

                text: modelData.label
                Accessible.name: modelData.label
                iconName: modelData.icon
                checked: index === panel.takeaway.index
                onClicked: panel.takeaway.select(index)
            }
        }
    }
    Item {
        id: room
        anchors.top: tabs.visible ? tabs.bottom : parent.top
        anchors.bottom: acts.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.gapLarge

        Grid {
            anchors.centerIn: parent
            columns: panel.wide ? 2 : 1
            spacing: Theme.gapLarge
            horizontalItemAlignment: Grid.AlignHCenter
            verticalItemAlignment: Grid.AlignVCenter

            Rectangle {
                // Over a tenth of the reading distance, and 1.1 mm a module for the densest.
                readonly property real codeSide: Math.min(Math.max(Theme.size(140), code.modules * Theme.size(1.1)), room.width - Theme.gap, room.height - Theme.gap - (panel.wide ? 0 : told.height + Theme.gapLarge))

                width: codeSide + Theme.gap
                height: width
                radius: Theme.radius
                color: "white"
                border.color: Theme.hairline
                border.width: Theme.border

                QrCode {
                    id: code
                    objectName: "takeawayCode"
                    anchors.centerIn: parent
                    width: parent.codeSide
                    height: parent.codeSide
                    payload: panel.takeaway.current.payload
                    Accessible.role: Accessible.Graphic
                    Accessible.name: panel.takeaway.current.title
                    Accessible.description: panel.takeaway.current.caption
                }
            }
            Column {
                id: told
                width: panel.wide ? Math.min(room.width / 2, Theme.size(150)) : Math.min(room.width, Theme.size(190))
                spacing: Theme.gapSmall

                AppText {
                    width: parent.width
                    text: panel.takeaway.current.caption
                    horizontalAlignment: Text.AlignHCenter
                    lineHeight: 1
                    font.pixelSize: Theme.lead
                    font.weight: Font.DemiBold
                }
                AppText {
                    width: parent.width
                    text: panel.takeaway.current.title + (panel.takeaway.current.part !== "" ? " · " + panel.takeaway.current.part : "")
                    horizontalAlignment: Text.AlignHCenter
                    color: Theme.emerald
                    lineHeight: 1
                    font.weight: Font.Medium
                }
                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    name: "device-mobile-camera"
                    color: Theme.emerald
                    size: Theme.size(16)
                }
                AppText {
                    width: parent.width
                    text: panel.takeaway.current.how
                    horizontalAlignment: Text.AlignHCenter
                    color: Theme.inkSoft
                    font.pixelSize: Theme.caption
                }
                AppText {
                    visible: panel.takeaway.resumeCode !== ""
                    width: parent.width
                    topPadding: Theme.gapSmall
                    text: panel.words.resume_code
                    horizontalAlignment: Text.AlignHCenter
                    color: Theme.inkSoft
                    font.pixelSize: Theme.caption
                }
                AppText {
                    visible: text !== ""
                    width: parent.width
                    text: panel.takeaway.resumeCode
                    horizontalAlignment: Text.AlignHCenter
                    lineHeight: 1
                    font.pixelSize: Theme.lead
                    font.weight: Font.Bold
                    font.letterSpacing: Theme.size(1)
                }
                AppText {
                    width: parent.width
                    visible: panel.takeaway.printing !== ""
                    text: panel.takeaway.printing !== "" ? panel.words[panel.takeaway.printing] : ""
                    horizontalAlignment: Text.AlignHCenter
                    font.pixelSize: Theme.caption
                    Accessible.role: Accessible.AlertMessage
                }
            }
        }
    }
    Row {
        id: acts
        readonly property int count: panel.takeaway.printable ? 3 : 2
        readonly property real part: (width - (acts.count - 1) * spacing) / acts.count

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gapLarge
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width - 2 * Theme.margin, Theme.readingWidth)
        height: Theme.size(24)
        spacing: Theme.gap

        TextButton {
            width: acts.part
            height: acts.height
            text: panel.words.finished
            iconName: "check-circle"
            ground: Theme.emerald
            onClicked: panel.shell.finish()
        }
        TextButton {
            visible: panel.takeaway.printable
            width: acts.part
            height: acts.height
            enabled: panel.takeaway.printing !== "printing" && panel.takeaway.printing !== "printed"
            opacity: enabled ? 1 : 0.5
            text: panel.words.print
            iconName: "printer"
            onClicked: panel.takeaway.printPage()
        }
        QuietButton {
            width: acts.part
            height: acts.height
            text: panel.words.close
            iconName: "x"
            onClicked: panel.takeaway.close()
        }
    }
}
