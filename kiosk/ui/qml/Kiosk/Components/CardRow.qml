import QtQuick
import Kiosk.Theme
import Kiosk.Values

// An item in a list: sign, name, one sentence, an arrow along the line of reading.
Pressable {
    id: row

    required property string iconName
    property string summary: ""
    property bool mirror: false
    property bool pointed: true
    property color accent: Theme.emerald
    property string language: ""
    property int index: -1
    property Lit spoken: null

    padding: Theme.gap
    Accessible.description: summary

    contentItem: Item {
        implicitHeight: Math.max(texts.implicitHeight, sign.height)

        Rectangle {
            id: sign
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.size(15)
            height: width
            radius: Theme.radius
            color: Theme.emeraldWash

            Icon {
                anchors.centerIn: parent
                name: row.iconName
                color: row.accent
                size: Theme.size(9)
            }
        }
        Column {
            id: texts
            anchors.left: sign.right
            anchors.right: row.pointed ? arrow.left : parent.right
            anchors.leftMargin: Theme.gap
            anchors.rightMargin: row.pointed ? Theme.gap : 0
            anchors.verticalCenter: parent.verticalCenter

            SpokenText {
                width: parent.width
                text: row.text
                place: row.index + ".label"
                language: row.language
                spoken: row.spoken
                lineHeight: 0.9
                wrapMode: Text.WordWrap
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
            SpokenText {
                visible: text !== ""
                width: parent.width
                text: row.summary
                place: row.index + ".text"
                language: row.language
                spoken: row.spoken
                color: Theme.inkSoft
                lineHeight: 1
                font.pixelSize: Theme.caption
                Accessible.ignored: true
            }
        }
        Icon {
            id: arrow
            visible: row.pointed
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            name: "caret-right"
            color: Theme.inkSoft
            size: Theme.size(7)
            directional: true
            mirror: row.mirror
        }
    }
}
