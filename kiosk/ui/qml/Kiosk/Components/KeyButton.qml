import QtQuick
import Kiosk.Theme

// One key of a keypad: a character, or an icon with a name.
Pressable {
    id: key

    property string iconName: ""
    property color ink: Theme.ink

    implicitWidth: Theme.size(22)
    implicitHeight: Theme.size(18)
    edge: Theme.line
    raised: true
    opacity: enabled ? 1 : 0.35

    contentItem: Item {
        Icon {
            visible: key.iconName !== ""
            anchors.centerIn: parent
            name: key.iconName
            color: key.ink
        }
        AppText {
            visible: key.iconName === ""
            anchors.centerIn: parent
            text: key.text
            wrapMode: Text.NoWrap
            lineHeight: 1
            font.pixelSize: Theme.head
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
    }
}
