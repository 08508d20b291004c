import QtQuick
import Kiosk.Theme

// An item in a grid, framed in its colour: its picture, and its name on the frame below it.
Pressable {
    id: tile

    required property string iconName
    property string summary: ""
    property color accent: Theme.night
    property string source: ""
    property bool large: false
    property list<real> steps: tile.large ? [Theme.head, Theme.lead, Theme.body] : [Theme.lead, Theme.body]

    // The largest size its name has room for; and the one that all names of a grid have room for.
    readonly property real wanted: name.step
    property real most: Infinity

    ground: tile.accent
    groundPressed: Qt.darker(tile.accent, 1.35)
    edge: tile.accent
    raised: true
    padding: Theme.size(1.2)
    Accessible.description: summary

    contentItem: Item {
        Scene {
            id: picture
            width: parent.width
            height: parent.height - band.height
            source: tile.source
            iconName: tile.iconName
            accent: tile.accent
            arched: false
        }
        Item {
            id: band
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.size(tile.large ? 33 : 25)

            Headline {
                id: name
                anchors.centerIn: parent
                font.pixelSize: Math.min(name.step, tile.most)
                width: parent.width - 2 * Theme.gapSmall
                text: tile.text
                tall: parent.height
                steps: tile.steps
                horizontalAlignment: Text.AlignHCenter
                color: Theme.nightInk
                Accessible.ignored: true
            }
        }
    }
}
