import QtQuick
import Kiosk.Theme

// A face drawn on the star of the house, with its word below.
Pressable {
    id: button

    required property int mood

    ground: "transparent"
    edge: "transparent"
    padding: Theme.gapSmall

    contentItem: Item {
        implicitHeight: face.height + Theme.gap + word.implicitHeight

        Image {
            id: face
            anchors.horizontalCenter: parent.horizontalCenter
            width: button.availableWidth
            height: width
            source: "image://drawn/face/" + button.mood + "/" + (button.down ? Theme.nightInkSoft : Theme.saffron) + "/" + Theme.nightDeep
            sourceSize: Qt.size(Math.round(width), Math.round(height))
            Accessible.ignored: true
        }
        AppText {
            id: word
            anchors.top: face.bottom
            anchors.topMargin: Theme.gap
            width: button.availableWidth
            text: button.text
            horizontalAlignment: Text.AlignHCenter
            color: Theme.nightInk
            lineHeight: 1
            font.weight: Font.Medium
            font.pixelSize: Theme.body
            Accessible.ignored: true
        }
    }
}
