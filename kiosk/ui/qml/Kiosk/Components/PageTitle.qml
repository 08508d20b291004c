import QtQuick
import Kiosk.Theme
import Kiosk.Values

// An item's name and summary beside its picture, on the night ground.
Rectangle {
    id: band

    required property list<var> title
    required property list<var> lead
    required property string iconName
    required property string picture
    property string source: ""
    property real margin: Theme.margin
    property Lit spoken: null

    implicitHeight: Math.max(emblem.height, titles.implicitHeight) + 2 * Theme.gapLarge
    color: Theme.night
    clip: true

    ZelligePattern {
        anchors.fill: parent
        cell: Theme.size(24)
        ink: Theme.nightPattern
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.size(0.9)
        color: Theme.saffron
    }
    ItemPicture {
        id: emblem
        anchors.left: parent.left
        anchors.leftMargin: band.margin
        anchors.verticalCenter: parent.verticalCenter
        width: band.title.length > 1 ? Theme.size(28) : Theme.size(44)
        height: width
        iconName: band.iconName
        fill: Theme.emerald
        description: band.picture
        source: band.source
    }
    Column {
        id: titles
        anchors.left: emblem.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.gapLarge
        anchors.rightMargin: band.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        Sides {
            width: parent.width
            model: band.title
            place: "title"
            spoken: band.spoken
            onNight: true
            pixelSize: band.title.length > 1 ? Theme.body : Theme.titleSize
            weight: Font.DemiBold
            ink: Theme.nightInk
            lineHeight: 1
            heading: true
        }
        Sides {
            width: parent.width
            model: band.lead
            place: "lead"
            spoken: band.spoken
            onNight: true
            ink: Theme.nightInkSoft
            pixelSize: band.title.length > 1 ? Theme.label : Theme.body
            lineHeight: 1
        }
    }
}
