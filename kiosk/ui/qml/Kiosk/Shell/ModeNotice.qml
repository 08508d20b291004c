import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.ViewModels

// A strip that says what the screen is about to become; the visitor may finish.
Rectangle {
    id: strip

    required property ModeViewModel mode

    implicitHeight: strip.mode.notice === "" ? 0 : label.implicitHeight + 2 * Theme.gap
    visible: strip.mode.notice !== ""
    color: Theme.saffronWash
    Accessible.role: Accessible.AlertMessage
    Accessible.name: strip.mode.notice

    AppText {
        id: label
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        text: strip.mode.notice
        color: Theme.saffronInk
        lineHeight: 1
        font.pixelSize: Theme.caption
        font.weight: Font.Medium
        Accessible.ignored: true
    }
}
