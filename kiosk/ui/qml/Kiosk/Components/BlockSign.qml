import QtQuick
import Kiosk.Theme
import Kiosk.Values

// What stands before a block: its specimen where there is one, else its sign.
Rectangle {
    id: sign

    required property PageBlock block
    required property real side
    readonly property bool shown: specimen.implicitWidth > 1

    width: sign.shown ? Theme.size(36) : sign.side
    height: sign.shown ? Math.round(width * 2 / 3) : width
    radius: Theme.radius
    color: Theme.emeraldWash

    Icon {
        anchors.centerIn: parent
        visible: !sign.shown
        name: sign.block.icon
        color: Theme.emerald
        size: Math.round(parent.width * 0.64)
    }
    Image {
        id: specimen
        anchors.fill: parent
        source: sign.block.picture
        sourceSize: Qt.size(Theme.size(36), Math.round(Theme.size(36) * 2 / 3))
        fillMode: Image.PreserveAspectCrop
        cache: false
        Accessible.role: Accessible.Graphic
        Accessible.name: sign.block.shows
        Accessible.ignored: sign.block.shows === "" || !sign.shown
    }
}
