import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values

// A demonstration on the board: when, what and where, in two languages.
Item {
    id: view

    required property StageRow show
    required property int second

    implicitHeight: Math.max(picture.height, words.height)

    ItemPicture {
        id: picture
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.size(30)
        height: width
        iconName: view.show.icon
        fill: Theme.emerald
    }
    Column {
        id: words
        anchors.left: picture.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.gapLarge
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gapSmall

        AppText {
            width: parent.width
            text: (view.show.sides[0]?.lines ?? []).join(" · ")
            color: Theme.alarm
            lineHeight: 1
            font.pixelSize: Theme.size(8.4)
            font.weight: Font.Bold
        }
        AppText {
            width: parent.width
            text: view.show.sides[0]?.title ?? ""
            lineHeight: 1
            font.pixelSize: Theme.size(11)
            font.weight: Font.Bold
        }
        AppText {
            width: parent.width
            text: view.show.sides[view.second]?.title ?? ""
            color: Theme.emerald
            lineHeight: 1
            font.pixelSize: Theme.size(8)
            font.weight: Font.DemiBold
        }
    }
}
