import QtQuick
import Kiosk.Theme

// A remark set apart from the text.
Rectangle {
    id: panel

    required property var labels
    required property var sides
    property string iconName: "info"
    property bool mirror: false
    property int index: -1
    property var spoken: ({})

    implicitHeight: texts.implicitHeight + 2 * Theme.gap
    radius: Theme.radius
    color: Theme.saffronWash

    Icon {
        id: sign
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.top: parent.top
        anchors.topMargin: Theme.gap
        name: panel.iconName
        color: Theme.saffronInk
    }
    Column {
        id: texts
        anchors.left: sign.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gap

        Sides {
            visible: panel.labels.length > 0
            width: parent.width
            model: panel.labels
            place: panel.index + ".label"
            spoken: panel.spoken
            weight: Font.DemiBold
            ink: Theme.saffronInk
            pixelSize: Theme.label
            lineHeight: 1
        }
        Sides {
            width: parent.width
            model: panel.sides
            place: panel.index + ".text"
            spoken: panel.spoken
            ink: Theme.saffronInk
            pixelSize: Theme.label
            lineHeight: 1
        }
    }
}
