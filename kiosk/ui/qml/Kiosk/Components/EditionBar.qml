import QtQuick
import Kiosk.Theme

// One edition on the time line: its year and city, a bar as long as its visitors are many.
Pressable {
    id: bar

    required property string year
    required property string city
    required property real share
    required property string figure
    property bool mirror: false

    padding: Theme.gap
    raised: true

    contentItem: Item {
        implicitHeight: Theme.size(20)

        AppText {
            id: when
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.size(38)
            text: bar.year + "\n" + bar.city
            lineHeight: 1
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
        Rectangle {
            id: track
            anchors.left: when.right
            anchors.right: parent.right
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            height: Theme.size(12)
            radius: Theme.size(1.5)
            color: Theme.emeraldWash

            Rectangle {
                id: length
                anchors.left: parent.left
                width: Math.max(Theme.size(2), track.width * bar.share)
                height: parent.height
                radius: parent.radius
                color: Theme.emerald
            }
            AppText {
                readonly property bool inside: length.width > implicitWidth + 2 * Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                anchors.left: inside ? undefined : length.right
                anchors.right: inside ? length.right : undefined
                anchors.margins: Theme.gap
                text: bar.figure
                color: inside ? Theme.nightInk : Theme.ink
                wrapMode: Text.NoWrap
                lineHeight: 1
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
        }
    }
}
