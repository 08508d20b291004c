import QtQuick
import Kiosk.Theme

// The three zones of a screen. Tall: scene, reading, doing, from the top; wide: scene and reading where reading begins, doing where it ends.
// The scene gives way where much is said or done; nothing scrolls.
Item {
    id: zones

    default property alias reading: said.data
    property alias doing: done.data
    property string iconName: ""
    property string source: ""
    property string description: ""
    property color accent: Theme.emerald
    readonly property bool wide: width > height
    readonly property real columnWidth: said.width
    readonly property real doingWidth: done.width
    // What is done may grow into this height.
    readonly property real doingRoom: zones.wide ? zones.height - 2 * Theme.margin : zones.height * (1 - Theme.sceneShare) - 2 * Theme.gapLarge - said.implicitHeight - Theme.margin
    readonly property real least: zones.height * (zones.wide ? 0.16 : 0.12)
    property real side: zones.wide ? Math.round(zones.width * 0.44) : zones.width

    Scene {
        id: scene
        anchors.left: parent.left
        width: zones.side
        height: Math.round(zones.wide ? Math.max(zones.least, zones.height - said.implicitHeight - Theme.gapLarge - Theme.margin) : Math.max(zones.least, Math.min(zones.height * 0.48, zones.height - said.implicitHeight - done.implicitHeight - 2 * Theme.gapLarge - Theme.margin)))
        iconName: zones.iconName
        source: zones.source
        description: zones.description
        accent: zones.accent
    }
    Column {
        id: said
        anchors.top: scene.bottom
        anchors.left: parent.left
        anchors.topMargin: Theme.gapLarge
        anchors.leftMargin: Theme.margin
        width: zones.side - 2 * Theme.margin
        spacing: Theme.gap
    }
    Column {
        id: done
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: Theme.margin
        width: (zones.wide ? zones.width - zones.side - Theme.margin : zones.width - Theme.margin) - Theme.margin
        spacing: Theme.gap
    }
}
