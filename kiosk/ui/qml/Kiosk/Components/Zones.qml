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
    // Wide: what is said stands above what is done, and the scene has its side alone.
    property bool apart: false
    property real side: zones.wide ? Math.round(zones.width * 0.44) : zones.width

    Scene {
        id: scene
        anchors.left: parent.left
        width: zones.side
        height: Math.round(zones.wide ? zones.apart ? zones.height : Math.max(zones.least, zones.height - said.implicitHeight - Theme.gapLarge - Theme.margin) : Math.max(zones.least, Math.min(zones.height * 0.48, zones.height - said.implicitHeight - done.implicitHeight - 2 * Theme.gapLarge - Theme.margin)))
        iconName: zones.iconName
        source: zones.source
        description: zones.description
        accent: zones.accent
    }
    Column {
        id: said
        // Words are never cut or covered: all of them become a little smaller where they are many.
        readonly property real most: zones.height - (above ? 2 * Theme.margin : zones.least + Theme.gapLarge) - (above || !zones.wide ? done.implicitHeight + Theme.margin + Theme.gap : Theme.margin)
        readonly property bool above: zones.wide && zones.apart

        y: above ? 2 * Theme.margin : scene.height + Theme.gapLarge
        anchors.left: above ? scene.right : parent.left
        anchors.leftMargin: Theme.margin
        width: above ? done.width : zones.side - 2 * Theme.margin
        spacing: Theme.gap
        scale: Math.min(1, most / Math.max(1, implicitHeight))
        transformOrigin: LayoutMirroring.enabled ? Item.TopRight : Item.TopLeft
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
