import QtQuick
import Kiosk.Theme
import Kiosk.Values

// A remark of a page set apart from its text, in the languages of the page.
Rectangle {
    id: panel

    required property list<var> labels
    required property list<var> sides
    property string iconName: "info"
    property bool mirror: false
    property int index: -1
    property Lit spoken: null

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
        directional: panel.iconName === "question"
        mirror: panel.mirror
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
            pixelSize: Theme.body
            lineHeight: 1
        }
        Sides {
            width: parent.width
            model: panel.sides
            place: panel.index + ".text"
            spoken: panel.spoken
            ink: Theme.saffronInk
            pixelSize: Theme.body
            lineHeight: 1
        }
    }
}
