import QtQuick
import Kiosk.Theme

// A showing: its hours in a column of their own, its name and where it is.
Pressable {
    id: row

    required property string time
    required property string place
    property bool running: false
    // How long it goes on, or until it starts; and how much of it has passed.
    property string remaining: ""
    property real share: 0
    readonly property color ink: row.running ? Theme.nightInk : Theme.ink

    ground: row.running ? Theme.emerald : Theme.surface
    groundPressed: row.running ? Theme.night : Theme.surfacePressed
    edge: row.running ? Theme.emerald : Theme.line
    raised: true
    padding: Theme.gap
    Accessible.name: row.time + " · " + row.text + (row.remaining === "" ? "" : " · " + row.remaining)
    Accessible.description: row.place

    contentItem: Item {
        implicitHeight: Math.max(hours.height, texts.height) + (row.running ? Theme.gap : 0)

        // The line of now moves through what is on.
        Rectangle {
            visible: row.running
            anchors.left: parent.left
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.size(2)
            radius: height / 2
            color: Theme.nightDeep

            Rectangle {
                anchors.left: parent.left
                width: Math.max(height, Math.round(parent.width * row.share))
                height: parent.height
                radius: height / 2
                color: Theme.saffron
            }
        }
        Column {
            id: hours
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: row.running ? -Theme.gapSmall : 0
            width: Theme.size(54)

            AppText {
                width: parent.width
                text: row.time
                color: row.running ? Theme.nightInk : Theme.emerald
                wrapMode: Text.NoWrap
                lineHeight: 1
                font.weight: Font.Bold
                Accessible.ignored: true
            }
            AppText {
                visible: text !== ""
                width: parent.width
                text: row.remaining
                color: row.running ? Theme.saffron : Theme.inkSoft
                lineHeight: 1
                font.pixelSize: Theme.caption
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
        }
        Column {
            id: texts
            anchors.left: hours.right
            anchors.right: parent.right
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: hours.anchors.verticalCenterOffset

            AppText {
                width: parent.width
                text: row.text
                color: row.ink
                lineHeight: 0.9
                wrapMode: Text.WordWrap
                font.weight: Font.DemiBold
                font.pixelSize: row.running ? Theme.lead : Theme.body
                Accessible.ignored: true
            }
            AppText {
                visible: text !== ""
                width: parent.width
                text: row.place
                color: row.running ? Theme.nightInk : Theme.inkSoft
                lineHeight: 0.9
                font.pixelSize: row.running ? Theme.body : Theme.caption
                Accessible.ignored: true
            }
        }
    }
}
