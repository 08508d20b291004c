import QtQuick
import Kiosk.Theme

// The title of a list on the night ground, with the house pattern behind it; of one height on all lists of a panel.
Rectangle {
    id: header

    required property string title
    property string subtitle: ""
    property bool compact: false
    readonly property bool low: header.compact || header.width > Theme.size(280)

    implicitHeight: Theme.size(header.low ? 34 : 48)
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
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: header.low ? 0 : Theme.size(1)

        Headline {
            width: parent.width
            text: header.title
            steps: header.low ? [Theme.head, Theme.lead] : [Theme.title, Theme.head, Theme.lead]
            lines: 1
            color: Theme.nightInk
        }
        AppText {
            visible: text !== ""
            width: parent.width
            text: header.subtitle
            color: Theme.nightInkSoft
            lineHeight: 1
            maximumLineCount: 1
            elide: Text.ElideRight
            font.pixelSize: Theme.body
        }
    }
}
