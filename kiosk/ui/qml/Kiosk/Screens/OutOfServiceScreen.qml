pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme

// The calm screen that needs no content.
Rectangle {
    id: screen

    required property var texts

    color: Theme.nightDeep

    ZelligePattern {
        anchors.fill: parent
        cell: Theme.size(34)
        ink: Theme.nightDeepPattern
    }
    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.readingWidth)
        spacing: Theme.margin * 1.5

        Repeater {
            model: screen.texts

            Column {
                id: side

                required property var modelData

                width: parent?.width ?? 0
                spacing: Theme.gap

                AppText {
                    width: parent.width
                    text: side.modelData.title
                    horizontalAlignment: Text.AlignHCenter
                    color: Theme.nightInk
                    lineHeight: 1
                    font.pixelSize: Theme.head
                    font.weight: Font.DemiBold
                }
                AppText {
                    width: parent.width
                    text: side.modelData.text
                    horizontalAlignment: Text.AlignHCenter
                    color: Theme.nightInkSoft
                }
            }
        }
    }
}
