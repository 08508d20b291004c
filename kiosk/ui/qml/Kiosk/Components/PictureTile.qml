import QtQuick
import Kiosk.Theme

// A picture to choose: nothing but the picture, and what came of the choice as a sign over it.
Pressable {
    id: tile

    required property string source
    property string iconName: ""

    ground: tile.checked ? Theme.emerald : Theme.surface
    groundPressed: tile.checked ? Theme.night : Theme.surfacePressed
    edge: tile.checked ? Theme.emerald : Theme.line
    raised: true
    padding: Theme.size(tile.checked ? 2.4 : 1.2)
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: checked

    contentItem: Item {
        Scene {
            anchors.fill: parent
            source: tile.source
            arched: false
        }
        Rectangle {
            visible: tile.iconName !== ""
            anchors.centerIn: parent
            width: Theme.size(26)
            height: width
            radius: width / 2
            color: tile.checked ? Theme.emerald : Theme.surface

            Icon {
                anchors.centerIn: parent
                name: tile.iconName
                color: tile.checked ? Theme.nightInk : Theme.ink
                size: Theme.size(16)
            }
        }
    }
}
