import QtQuick
import Kiosk.Theme

// One answer among several, as wide as the page.
Pressable {
    id: option

    required property string iconName

    ground: checked ? Theme.emerald : Theme.surface
    groundPressed: checked ? Theme.night : Theme.surfacePressed
    edge: checked ? Theme.emerald : Theme.line
    raised: true
    padding: Theme.gap
    implicitHeight: Math.max(Theme.size(25), implicitContentHeight + 2 * padding)
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: checked

    contentItem: Item {
        implicitHeight: label.implicitHeight

        Icon {
            id: sign
            anchors.left: parent.left
            anchors.leftMargin: Theme.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            name: option.checked ? "check-circle" : option.iconName
            color: option.checked ? Theme.nightInk : Theme.emerald
            size: Theme.size(10)
        }
        AppText {
            id: label
            anchors.left: sign.right
            anchors.right: parent.right
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            text: option.text
            color: option.checked ? Theme.nightInk : Theme.ink
            lineHeight: 1
            font.weight: Font.Medium
            Accessible.ignored: true
        }
    }
}
