import QtQuick
import Kiosk.Theme

// A button with words, and an icon before them.
Pressable {
    id: control

    property string iconName: ""
    property color ink: Theme.nightInk
    // The one thing to do on a screen.
    property bool large: false

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
                size: Theme.size(control.large ? 12 : 8)
            }
            AppText {
                anchors.verticalCenter: parent.verticalCenter
                text: control.text
                color: control.ink
                wrapMode: Text.NoWrap
                lineHeight: 1
                font.weight: Font.Medium
                font.pixelSize: control.large ? Theme.heading : Theme.label
                Accessible.ignored: true
            }
        }
    }
}
