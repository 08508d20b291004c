import QtQuick
import Kiosk.Theme

// One edition on the time line: its year and city, its visitors as a numeral, a bar as long as they are many.
Pressable {
    id: bar

    required property string year
    required property string city
    required property real share
    required property string figure

    ground: "transparent"
    edge: "transparent"
    padding: 0
    leftPadding: Theme.gapSmall
    rightPadding: Theme.gapSmall

    contentItem: Item {
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.border
            color: Theme.hairline
        }
        AppText {
            id: when
            anchors.left: parent.left
            y: parent.height * 0.42 - height * 0.72
            text: bar.year
            color: Theme.emerald
            wrapMode: Text.NoWrap
            lineHeight: 1
            font.weight: Font.Bold
            font.pixelSize: Math.min(Theme.title, parent.height * 0.36)
            Accessible.ignored: true
        }
        AppText {
            anchors.left: when.right
            anchors.leftMargin: Theme.gap
            anchors.baseline: when.baseline
            text: bar.city
            color: Theme.inkSoft
            wrapMode: Text.NoWrap
            lineHeight: 1
            font.pixelSize: Theme.body
            Accessible.ignored: true
        }
        AppText {
            anchors.right: parent.right
            anchors.baseline: when.baseline
            text: bar.figure
            wrapMode: Text.NoWrap
            lineHeight: 1
            font.weight: Font.Bold
            font.pixelSize: when.font.pixelSize
            Accessible.ignored: true
        }
        Rectangle {
            anchors.left: parent.left
            y: parent.height * 0.62
            width: Math.max(Theme.size(3), parent.width * bar.share)
            height: parent.height * 0.22
            radius: Theme.size(1)
            color: bar.share === 1 ? Theme.saffron : Theme.emerald
        }
    }
}
