import QtQuick
import Kiosk.Theme

// A button with words, and an icon before them.
Pressable {
    id: control

    property string iconName: ""
    property color ink: Theme.nightInk

    ground: Theme.night
    groundPressed: Theme.nightPressed
    edge: "transparent"
    leftPadding: Theme.gapLarge
    rightPadding: Theme.gapLarge
    topPadding: Theme.gapSmall
    bottomPadding: Theme.gapSmall

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.gap

            Icon {
                visible: control.iconName !== ""
                anchors.verticalCenter: parent.verticalCenter
                name: control.iconName
                color: control.ink
                size: Theme.size(8)
            }
            AppText {
                anchors.verticalCenter: parent.verticalCenter
                text: control.text
                color: control.ink
                wrapMode: Text.NoWrap
                lineHeight: 1
                font.weight: Font.Medium
                font.pixelSize: Theme.label
                Accessible.ignored: true
            }
        }
    }
}
