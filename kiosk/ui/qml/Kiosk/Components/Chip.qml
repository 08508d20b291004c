import QtQuick
import Kiosk.Theme

// One of several choices.
Pressable {
    id: control

    property string iconName: ""

    ground: checked ? Theme.emerald : Theme.surface
    groundPressed: checked ? Theme.night : Theme.surfacePressed
    edge: checked ? Theme.emerald : Theme.line
    radius: Theme.target / 2
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    choosable: true
    Accessible.role: Accessible.RadioButton

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.gapSmall

            Icon {
                visible: name !== ""
                anchors.verticalCenter: parent.verticalCenter
                name: control.iconName
                color: label.color
                size: Theme.size(7)
            }
            Icon {
                visible: control.checked
                anchors.verticalCenter: parent.verticalCenter
                name: "check"
                color: label.color
                size: Theme.size(7)
            }
            AppText {
                id: label
                anchors.verticalCenter: parent.verticalCenter
                text: control.text
                color: control.checked ? Theme.nightInk : Theme.ink
                wrapMode: Text.NoWrap
                lineHeight: 1
                font.weight: control.checked ? Font.Medium : Font.Normal
                font.pixelSize: Theme.body
                Accessible.ignored: true
            }
        }
    }
}
