import QtQuick
import Kiosk.Theme

// A question with the answer given, to be touched and changed; an answer no longer asked for is kept, set back, and says so.
Pressable {
    id: row

    required property string question
    required property string answer
    property string note: ""
    property bool stale: false
    property bool mirror: false
    property bool roomy: false

    text: row.question + " " + row.answer + (row.note === "" ? "" : " · " + row.note)
    ground: row.stale ? "transparent" : Theme.surface
    padding: Theme.gap
    enabled: !row.stale

    contentItem: Item {
        implicitHeight: Math.max(texts.implicitHeight, Theme.size(12))

        Column {
            id: texts
            anchors.left: parent.left
            anchors.right: pencil.left
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.size(1)

            AppText {
                width: parent.width
                text: row.question
                color: Theme.inkSoft
                lineHeight: 0.9
                font.pixelSize: row.roomy ? Theme.body : Theme.caption
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                text: row.answer
                color: row.stale ? Theme.inkSoft : Theme.ink
                lineHeight: 1
                font.weight: row.stale ? Font.Normal : Font.DemiBold
                font.strikeout: row.stale
                font.pixelSize: row.roomy ? Theme.lead : Theme.body
                Accessible.ignored: true
            }
            AppText {
                visible: text !== ""
                width: parent.width
                text: row.note
                color: Theme.saffronInk
                lineHeight: 1
                font.pixelSize: Theme.caption
                Accessible.ignored: true
            }
        }
        Icon {
            id: pencil
            visible: !row.stale
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            name: "pencil-simple"
            color: Theme.emerald
        }
    }
}
