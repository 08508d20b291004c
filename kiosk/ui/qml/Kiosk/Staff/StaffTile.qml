import QtQuick
import Kiosk.Components
import Kiosk.Theme

// A sign and a few words: small enough that all stand on one page, never smaller than a finger.
Pressable {
    id: tile

    required property string iconName
    property color ink: tile.checked ? Theme.nightInk : Theme.ink
    property bool choice: false
    property bool large: false

    implicitHeight: Theme.target
    raised: true
    padding: Theme.size(1)
    choosable: tile.choice
    Accessible.role: tile.choice ? Accessible.RadioButton : Accessible.Button
    edge: tile.checked ? Theme.saffron : Theme.line

    contentItem: Item {
        Icon {
            id: sign
            anchors.left: parent.left
            anchors.leftMargin: Theme.size(1)
            anchors.verticalCenter: parent.verticalCenter
            name: tile.iconName
            color: tile.ink
            size: Theme.size(8)
        }
        AppText {
            anchors.left: sign.right
            anchors.right: present.visible ? present.left : parent.right
            anchors.leftMargin: Theme.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            text: tile.text
            color: tile.ink
            lineHeight: 1
            maximumLineCount: 2
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.size(3.6)
            height: parent.height
            verticalAlignment: Text.AlignVCenter
            elide: Text.ElideRight
            font.pixelSize: tile.large ? Theme.lead : Theme.caption
            font.weight: Font.Medium
            Accessible.ignored: true
        }
        Icon {
            id: present
            visible: tile.checked
            anchors.right: parent.right
            anchors.rightMargin: Theme.size(1)
            anchors.verticalCenter: parent.verticalCenter
            name: "check-circle"
            color: Theme.nightInk
            size: Theme.size(8)
        }
    }
}
