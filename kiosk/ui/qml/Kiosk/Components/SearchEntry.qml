import QtQuick
import Kiosk.Theme

// Looks like the box it leads to.
Pressable {
    id: entry

    edge: Theme.saffron
    padding: Theme.gapSmall

    contentItem: Item {
        Icon {
            id: sign
            anchors.left: parent.left
            anchors.leftMargin: Theme.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            name: "magnifying-glass"
        }
        AppText {
            anchors.left: sign.right
            anchors.right: parent.right
            anchors.leftMargin: Theme.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            text: entry.text
            color: Theme.inkSoft
            maximumLineCount: 1
            elide: Text.ElideRight
            lineHeight: 1
            font.pixelSize: Theme.lead
            Accessible.ignored: true
        }
    }
}
