import QtQuick
import Kiosk.Screens
import Kiosk.Theme

// The calm screen alone.
Window {
    id: window

    required property var texts
    required property real pixelsPerUnit

    color: Theme.nightDeep
    title: "Jusur"

    Binding {
        target: Theme
        property: "unit"
        value: window.pixelsPerUnit
    }
    OutOfServiceScreen {
        anchors.fill: parent
        texts: window.texts
    }
}
