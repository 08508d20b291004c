import QtQuick
import Kiosk.Theme

// A button of the bar at the foot: icon above, word below.
Pressable {
    id: control

    property string iconName: ""
    property string sign: ""
    // How far something is, in fifths; none where it is less than nothing.
    property int level: -1
    property real wordSize: Theme.caption
    // The word stands above the sign, and is read with it.
    property bool leads: false
    property color ink: Theme.nightInk
    property bool directional: false
    property bool mirror: false
    // What it leads to is shown.
    property bool arrived: false

    ground: checked || arrived ? Theme.nightPressed : "transparent"
    groundPressed: Theme.nightPressed
    edge: checked || arrived ? Theme.saffron : "transparent"
    opacity: enabled ? 1 : 0.35
    padding: Theme.size(1)

    contentItem: Item {
        implicitWidth: Math.max(label.implicitWidth, figures.implicitWidth, Theme.target - 2 * control.padding)
        implicitHeight: Theme.target

        Icon {
            visible: control.iconName !== ""
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.size(1.2)
            name: control.iconName
            color: control.ink
            size: Theme.size(8.4)
            directional: control.directional
            mirror: control.mirror
        }
        Level {
            visible: control.level >= 0
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.size(1.2)
            height: Theme.size(8.4)
            level: control.level
            ink: control.ink
        }
        AppText {
            id: figures
            visible: control.sign !== ""
            anchors.horizontalCenter: parent.horizontalCenter
            y: control.leads ? label.y + label.height - Theme.size(0.9) : Theme.size(1.4)
            text: control.sign
            color: control.ink
            lineHeight: 1
            wrapMode: Text.NoWrap
            font.weight: Font.Bold
            font.pixelSize: Theme.size(control.leads ? 8 : 6.4)
            Accessible.ignored: true
        }
        AppText {
            id: label
            anchors.horizontalCenter: parent.horizontalCenter
            y: control.leads ? 0 : parent.height - height
            text: control.text
            color: control.ink
            wrapMode: Text.NoWrap
            lineHeight: 1
            font.pixelSize: control.wordSize
            Accessible.ignored: true
        }
    }
}
