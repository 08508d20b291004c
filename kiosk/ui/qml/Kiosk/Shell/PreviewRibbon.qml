import QtQuick
import Kiosk.Components
import Kiosk.Theme

// Stands above the panel, not on it, and says that what is shown is not what visitors see.
Rectangle {
    id: ribbon

    required property var said

    implicitHeight: row.implicitHeight + 2 * Theme.gapSmall
    color: Theme.saffron
    Accessible.role: Accessible.StaticText
    Accessible.name: ribbon.said.join(" · ")

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.gap

        Repeater {
            model: ribbon.said

            AppText {
                required property string modelData
                text: modelData
                wrapMode: Text.NoWrap
                lineHeight: 1
                font.pixelSize: Theme.caption
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
        }
    }
}
