import QtQuick
import Kiosk.Components
import Kiosk.Theme

// A sign and a few words: small enough that all stand on one page, never smaller than a finger.
Pressable {
    id: tile

    required property string iconName
    property color ink: Theme.ink
    property bool choice: false

    implicitHeight: Theme.target
    raised: true
    padding: Theme.size(1)
    Accessible.role: tile.choice ? Accessible.RadioButton : Accessible.Button
    Accessible.checkable: tile.choice
    Accessible.checked: tile.checked
    edge: tile.checked ? tile.ink : Theme.line

    contentItem: Item {
        Icon {
            id: sign
            anchors.left: parent.left
            anchors.leftMargin: Theme.size(1)
            anchors.verticalCenter: parent.verticalCenter
            name: tile.checked ? "check-circle" : tile.iconName
            color: tile.ink
            size: Theme.size(8)
        }
        AppText {
            anchors.left: sign.right
            anchors.right: parent.right
            anchors.leftMargin: Theme.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            text: tile.text
            color: tile.ink
            lineHeight: 1
            maximumLineCount: 2
            elide: Text.ElideRight
            font.pixelSize: Theme.caption
            font.weight: Font.Medium
            Accessible.ignored: true
        }
    }
}
