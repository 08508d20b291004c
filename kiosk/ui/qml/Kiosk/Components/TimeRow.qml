import QtQuick
import Kiosk.Theme

// A showing: its hours in a column of their own, its name and where it is.
Pressable {
    id: row

    required property string time
    required property string place
    property bool running: false
    readonly property color ink: row.running ? Theme.nightInk : Theme.ink

    ground: row.running ? Theme.emerald : Theme.surface
    groundPressed: row.running ? Theme.night : Theme.surfacePressed
    edge: row.running ? Theme.emerald : Theme.line
    raised: true
    padding: Theme.gap
    Accessible.name: row.time + " · " + row.text
    Accessible.description: row.place

    contentItem: Item {
        implicitHeight: Math.max(hours.height, texts.height)

        AppText {
            id: hours
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.size(50)
            text: row.time
            color: row.running ? Theme.nightInk : Theme.emerald
            wrapMode: Text.NoWrap
            lineHeight: 1
            font.weight: Font.Bold
            Accessible.ignored: true
        }
        Column {
            id: texts
            anchors.left: hours.right
            anchors.right: parent.right
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter

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
