import QtQuick
import Kiosk.Theme

// A button with words, and an icon before them.
Pressable {
    id: control

    property string iconName: ""
    property color ink: Theme.nightInk
    property bool large: false
    // A second line below the words.
    property string note: ""
    // Not to be pressed yet, and still read.
    readonly property color shown: enabled ? ink : Theme.inkSoft

    ground: Theme.night
    groundPressed: Theme.nightPressed
    edge: "transparent"
    covered: enabled ? "transparent" : Theme.surfacePressed
    leftPadding: control.large ? Theme.gap : Theme.gapLarge
    rightPadding: leftPadding
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
                directional: control.iconName === "caret-right"
                mirror: control.mirrored
                color: control.shown
                size: Theme.size(control.large ? 12 : 8)
            }
            Column {
                anchors.verticalCenter: parent.verticalCenter

                AppText {
                    anchors.left: parent.left
                    text: control.text
                    color: control.shown
                    wrapMode: Text.NoWrap
                    lineHeight: 1
                    font.weight: control.large ? Font.DemiBold : Font.Medium
                    font.pixelSize: control.large ? Theme.lead : Theme.body
                    Accessible.ignored: true
                }
                AppText {
                    visible: control.note !== ""
                    anchors.left: parent.left
                    text: control.note
                    color: control.shown
                    wrapMode: Text.NoWrap
                    lineHeight: 1
                    Accessible.ignored: true
                }
            }
        }
    }
}
