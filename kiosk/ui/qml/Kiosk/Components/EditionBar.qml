import QtQuick
import Kiosk.Theme

// A year on the time line: its edition as a circle as large as many came, its city, its visitors as a numeral; or none.
Pressable {
    id: bar

    required property string year
    required property string city
    required property real share
    required property string figure
    readonly property bool given: bar.figure !== ""
    readonly property real axis: Theme.size(52)

    ground: "transparent"
    edge: "transparent"
    padding: 0
    leftPadding: Theme.gapSmall
    rightPadding: Theme.gapSmall
    enabled: bar.given
    implicitHeight: 0
    Accessible.ignored: !bar.given

    contentItem: Item {
        Rectangle {
            visible: bar.given
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.border
            color: Theme.hairline
        }
        // The line of time; thin where no edition was held.
        Rectangle {
            x: (bar.mirrored ? parent.width - bar.axis : bar.axis) - width / 2
            height: parent.height
            width: bar.given ? Theme.size(1.2) : Theme.size(0.4)
            color: Theme.line
        }
        Rectangle {
            visible: bar.given
            x: (bar.mirrored ? parent.width - bar.axis : bar.axis) - width / 2
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(Theme.size(3.5), Math.min(parent.height, Theme.size(24)) * Math.sqrt(bar.share))
            height: width
            radius: width / 2
            color: bar.share === 1 ? Theme.saffron : Theme.night
        }
        AppText {
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            text: bar.year
            color: bar.given ? Theme.emerald : Theme.inkSoft
            wrapMode: Text.NoWrap
            lineHeight: 1
            font.weight: bar.given ? Font.Bold : Font.Normal
            font.pixelSize: bar.given ? Math.min(Theme.head, parent.height * 0.7) : Math.min(Theme.caption, parent.height)
            Accessible.ignored: true
        }
        AppText {
            anchors.left: parent.left
            anchors.leftMargin: bar.axis + Theme.size(15)
            anchors.verticalCenter: parent.verticalCenter
            text: bar.city
            wrapMode: Text.NoWrap
            lineHeight: 1
            font.pixelSize: Theme.body
            Accessible.ignored: true
        }
        AppText {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: bar.figure
            wrapMode: Text.NoWrap
            lineHeight: 1
            font.weight: Font.Bold
            font.pixelSize: Math.min(Theme.head, parent.height * 0.7)
            Accessible.ignored: true
        }
    }
}
