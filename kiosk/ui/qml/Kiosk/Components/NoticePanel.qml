pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A remark set apart: a label, and what there is to say, in the language of the screen.
Rectangle {
    id: panel

    required property string text
    required property bool rightToLeft
    property string label: ""
    property string iconName: "info"

    component Remark: AppText {
        width: parent?.width ?? 0
        LayoutMirroring.enabled: false
        horizontalAlignment: panel.rightToLeft ? Text.AlignRight : Text.AlignLeft
        color: Theme.saffronInk
        lineHeight: 1
        font.pixelSize: Theme.body
    }

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

        Remark {
            visible: panel.label !== ""
            text: panel.label
            font.weight: Font.DemiBold
        }
        Remark {
            text: panel.text
        }
    }
}
