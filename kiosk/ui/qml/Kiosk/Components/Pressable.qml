import QtQuick
import QtQuick.Templates as T
import Kiosk.Theme

// Everything that can be touched: acts on release, shows the finger and the focus, is named for those who cannot see it.
T.AbstractButton {
    id: control

    property color ground: Theme.surface
    property color groundPressed: Theme.surfacePressed
    property color edge: Theme.line
    property real radius: Theme.radius
    property bool raised: false
    // Seen beside the finger: around what is touched, and told apart from what it stands on.
    readonly property color halo: control.groundPressed.hslLightness < 0.45 ? Theme.saffron : Theme.emerald
    // Laid over the ground of what cannot be pressed yet.
    property color covered: "transparent"
    // Stands among what is printed large: what it was read from is not reached any more.
    property bool printed: false
    // Turned on and off, or one of several.
    property bool choosable: false

    implicitWidth: Math.max(Theme.target, Math.ceil(implicitContentWidth + leftPadding + rightPadding))
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    focusPolicy: Theme.printed && !control.printed && !control.activeFocus ? Qt.NoFocus : Qt.TabFocus
    Accessible.ignored: Theme.printed && !control.printed
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: control.clicked()
    // The template takes it back when a screen reader comes, and whenever a button is made after that.
    Accessible.checkable: control.choosable
    Accessible.onCheckableChanged: if (Accessible.checkable !== control.choosable)
        Accessible.checkable = control.choosable

    background: Item {
        Rectangle {
            visible: control.down
            anchors.fill: face
            anchors.margins: -Theme.size(1.6)
            radius: control.radius + Theme.size(1.6)
            color: "transparent"
            border.width: Theme.size(1.2)
            border.color: control.halo
        }
        Rectangle {
            visible: control.raised
            anchors.fill: face
            anchors.topMargin: control.down ? 0 : Theme.lift
            anchors.bottomMargin: control.down ? 0 : -Theme.lift
            radius: control.radius
            color: Theme.hairline
        }
        Rectangle {
            id: face
            anchors.fill: parent
            radius: control.radius
            color: control.covered.a > 0 ? control.covered : control.down ? control.groundPressed : control.ground
            border.width: control.visualFocus ? Theme.size(1) : Theme.border
            border.color: control.visualFocus ? Theme.focus : control.edge
        }
        Rectangle {
            visible: control.visualFocus
            anchors.fill: face
            anchors.margins: Theme.size(1)
            radius: Math.max(0, control.radius - Theme.size(1))
            color: "transparent"
            border.width: Theme.size(0.8)
            border.color: Theme.focusInner
        }
    }
}
