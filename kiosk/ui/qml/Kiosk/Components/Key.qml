import QtQuick
import Kiosk.Theme

// A key with what it writes, or a sign for what it does.
Pressable {
    id: key

    property string letter: text
    property string iconName: ""
    property real letterSize: Theme.lead

    radius: Theme.size(2)

    contentItem: Item {
        AppText {
            visible: key.iconName === ""
            anchors.centerIn: parent
            text: key.letter
            color: key.checked ? Theme.nightInk : Theme.ink
            wrapMode: Text.NoWrap
            lineHeight: 1
            font.pixelSize: key.letterSize
            Accessible.ignored: true
        }
        Icon {
            visible: key.iconName !== ""
            anchors.centerIn: parent
            name: key.iconName
        }
    }
}
