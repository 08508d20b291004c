import QtQuick
import Kiosk.Theme

// A language by its own name; a touch enters in it.
Pressable {
    id: door

    property string invitation: ""
    // A hand shows how it is touched.
    property bool shown: false

    ground: door.shown ? Theme.saffronWash : Theme.nightInk
    groundPressed: Theme.saffron
    edge: door.shown ? Theme.saffron : Theme.nightInk
    raised: true
    padding: Theme.gap
    Accessible.description: door.invitation

    contentItem: Item {
        Column {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.topMargin: Math.max(0, parent.height * 0.9 - height) / 2
            spacing: Theme.gap

            AppText {
                width: parent.width
                text: door.text
                horizontalAlignment: Text.AlignHCenter
                color: Theme.nightDeep
                lineHeight: 1
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.body
                font.pixelSize: Theme.size(13.5)
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                text: door.invitation
                horizontalAlignment: Text.AlignHCenter
                color: Theme.ink
                lineHeight: 1
                font.pixelSize: Theme.size(6.2)
                Accessible.ignored: true
            }
        }
    }
}
