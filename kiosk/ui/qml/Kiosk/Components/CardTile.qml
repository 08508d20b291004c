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
                anchors.centerIn: parent
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
