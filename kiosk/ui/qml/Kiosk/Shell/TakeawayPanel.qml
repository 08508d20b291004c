pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// One code at a time, as large as its reading distance asks for, with what it holds in words.
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
    Row {
        id: tabs
        anchors.top: parent.top
        anchors.topMargin: Theme.margin
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.gapSmall

        Repeater {
            model: panel.takeaway.codes

            Chip {
                required property CodeRow modelData
                required property int index

                text: modelData.part !== "" ? (index + 1).toString() : (panel.takeaway.codes.length < 4 ? modelData.title : "")
                Accessible.name: modelData.title + " " + modelData.part
                iconName: modelData.icon
                checked: index === panel.takeaway.index
                onClicked: panel.takeaway.select(index)
            }
        }
    }
    Grid {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: tabs.height / 2
        columns: panel.wide ? 2 : 1
        spacing: Theme.margin
        horizontalItemAlignment: Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter

        Rectangle {
            // Over a tenth of the reading distance, and 1.1 mm a module for the densest.
            readonly property real codeSide: Math.min(Math.max(Theme.size(100), code.modules * Theme.size(1.1)), panel.height - tabs.height - 3 * Theme.margin - (panel.wide ? 0 : Theme.size(80)))

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
            width: panel.wide ? Math.min(panel.width / 2 - 2 * Theme.margin, Theme.size(150)) : panel.width - 2 * Theme.margin
            spacing: Theme.gap

            AppText {
                width: parent.width
                text: panel.takeaway.current.title + (panel.takeaway.current.part !== "" ? " · " + panel.takeaway.current.part : "")
                lineHeight: 1
                font.pixelSize: Theme.heading
                font.weight: Font.DemiBold
            }
            AppText {
                width: parent.width
                text: panel.takeaway.current.caption
            }
            AppText {
                width: parent.width
                text: panel.takeaway.current.how
                color: Theme.inkSoft
                font.pixelSize: Theme.label
            }
            AppText {
                visible: panel.takeaway.resumeCode !== ""
                width: parent.width
                topPadding: Theme.gap
                text: panel.words.resume_code
                color: Theme.inkSoft
                font.pixelSize: Theme.label
            }
            AppText {
                visible: text !== ""
                width: parent.width
                text: panel.takeaway.resumeCode
                lineHeight: 1
                font.pixelSize: Theme.titleSize
                font.weight: Font.Bold
                font.letterSpacing: Theme.size(1)
            }
            AppText {
                width: parent.width
                visible: panel.takeaway.printing !== ""
                text: panel.takeaway.printing !== "" ? panel.words[panel.takeaway.printing] : ""
                font.pixelSize: Theme.label
                Accessible.role: Accessible.AlertMessage
            }
            Flow {
                width: parent.width
                spacing: Theme.gap

                TextButton {
                    text: panel.words.close
                    iconName: "x"
                    onClicked: panel.takeaway.close()
                }
                TextButton {
                    visible: panel.takeaway.printable
                    enabled: panel.takeaway.printing !== "printing" && panel.takeaway.printing !== "printed"
                    opacity: enabled ? 1 : 0.5
                    text: panel.words.print
                    iconName: "printer"
                    onClicked: panel.takeaway.printPage()
                }
                QuietButton {
                    text: panel.words.finished
                    iconName: "check-circle"
                    onClicked: panel.shell.finish()
                }
            }
        }
    }
}
