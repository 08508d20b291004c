import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values

// One thing that is inside, in two languages, read from afar; it settles when its turn comes.
Item {
    id: view

    required property StageRow card
    required property int second
    required property bool shown
    property bool crowned: true
    // A show: when it is stands over it, and where comes after.
    readonly property bool timed: (view.card.sides[0]?.lines.length ?? 0) > 1

    opacity: view.shown ? 1 : 0

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.page
        }
    }

    ItemPicture {
        id: crown
        visible: view.crowned
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height * 0.115
        width: parent.height * 0.2
        height: width
        iconName: view.card.icon
        fill: Theme.emerald
    }
    Column {
        id: words
        readonly property real from: view.crowned ? crown.y + crown.height + Theme.gap : view.height * 0.16
        readonly property real room: view.height * (view.crowned ? 0.79 : 0.68) - words.from

        anchors.horizontalCenter: parent.horizontalCenter
        y: words.from + (view.shown ? 0 : Theme.size(4)) + Math.max(0, (words.room - height) / 2)
        width: parent.width * 0.7
        spacing: Theme.gapSmall
        scale: Math.min(1, words.room / Math.max(1, height))
        transformOrigin: Item.Top

        Behavior on y {
            NumberAnimation {
                duration: Theme.page
            }
        }

        AppText {
            visible: view.timed
            width: parent.width
            text: view.timed ? view.card.sides[0].lines[0] : ""
            horizontalAlignment: Text.AlignHCenter
            color: Theme.alarm
            lineHeight: 1
            font.pixelSize: Theme.size(10)
            font.weight: Font.Bold
        }
        AppText {
            width: parent.width
            text: view.card.sides[0]?.title ?? ""
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1
            font.pixelSize: Theme.size(13)
            font.weight: Font.Bold
        }
        AppText {
            visible: view.timed
            width: parent.width
            text: view.timed ? view.card.sides[view.second].lines[0] : ""
            horizontalAlignment: Text.AlignHCenter
            color: Theme.alarm
            lineHeight: 1
            font.pixelSize: Theme.size(8)
            font.weight: Font.DemiBold
        }
        AppText {
            width: parent.width
            text: view.card.sides[view.second]?.title ?? ""
            horizontalAlignment: Text.AlignHCenter
            color: Theme.emerald
            lineHeight: 1
            font.pixelSize: Theme.size(9)
            font.weight: Font.DemiBold
        }
    }
}
