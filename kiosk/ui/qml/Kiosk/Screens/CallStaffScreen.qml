import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.ViewModels

// How to find a person, calmly.
Item {
    id: screen

    required property ShellViewModel shell
    readonly property var words: screen.shell.words

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.readingWidth)
        spacing: Theme.gapLarge

        ItemPicture {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.size(60)
            height: width
            iconName: "hand-waving"
            fill: Theme.emerald
        }
        AppText {
            width: parent.width
            text: screen.words.call_staff ?? ""
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1
            font.pixelSize: Theme.titleSize
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }
        AppText {
            width: parent.width
            text: screen.words.call_staff_how ?? ""
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.heading
        }
    }
}
