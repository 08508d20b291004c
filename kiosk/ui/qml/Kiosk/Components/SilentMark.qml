import QtQuick
import Kiosk.Theme

// What is being said is not heard; in words, for whoever does not know the sign.
Rectangle {
    id: mark

    required property string text

    implicitWidth: row.implicitWidth + 2 * Theme.gap
    implicitHeight: Theme.target
    color: Theme.nightDeep

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.gapSmall

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "speaker-slash"
            color: Theme.saffron
        }
        AppText {
            anchors.verticalCenter: parent.verticalCenter
            text: mark.text
            color: Theme.saffron
            wrapMode: Text.NoWrap
            lineHeight: 1
            font.weight: Font.DemiBold
            font.pixelSize: Theme.body
        }
    }
}
