import QtQuick
import Kiosk.Theme

// How far along a guide is, in words and as a bar that fills along the line of reading.
Column {
    id: progress

    required property string text
    required property real part

    spacing: Theme.gapSmall

    AppText {
        width: parent.width
        text: progress.text
        color: Theme.inkSoft
        lineHeight: 1
        font.pixelSize: Theme.body
    }
    Rectangle {
        width: parent.width
        height: Theme.size(2)
        radius: height / 2
        color: Theme.hairline

        Rectangle {
            anchors.left: parent.left
            width: parent.width * Math.max(0.02, progress.part)
            height: parent.height
            radius: height / 2
            color: Theme.emerald

            Behavior on width {
                NumberAnimation {
                    duration: Theme.calm
                }
            }
        }
    }
}
