import QtQuick
import Kiosk.Theme

// The title of a screen on the night ground, with the house pattern behind it.
Rectangle {
    id: header

    required property string title
    property string subtitle: ""
    property bool compact: false

    implicitHeight: texts.implicitHeight + 2 * (header.compact ? Theme.gap : Theme.gapLarge)
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
    Column {
        id: texts
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gapSmall

        AppText {
            width: parent.width
            text: header.title
            color: Theme.nightInk
            lineHeight: 1
            font.weight: Font.DemiBold
            font.pixelSize: Theme.titleSize
            Accessible.role: Accessible.Heading
        }
        AppText {
            visible: text !== ""
            width: parent.width
            text: header.subtitle
            color: Theme.nightInkSoft
            lineHeight: 1
            font.pixelSize: Theme.label
        }
    }
}
