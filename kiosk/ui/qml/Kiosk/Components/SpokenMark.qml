pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Drawing

// Stands behind a plain Text of the same size, text and type, and lights a sentence and a word of it.
Item {
    id: mark

    required property string text
    required property font font
    required property real lineHeight
    required property int alignment
    required property int start
    required property int end
    required property int wordStart
    required property int wordEnd
    required property color ground
    required property color wordGround
    required property color bar

    Repeater {
        model: TextBoxes.find(mark.text, mark.font, mark.width, mark.lineHeight, mark.alignment, mark.start, mark.end)

        Rectangle {
            required property rect modelData

            x: modelData.x - modelData.height / 8
            y: modelData.y
            width: modelData.width + modelData.height / 4
            height: modelData.height
            radius: modelData.height / 6
            color: mark.ground
        }
    }
    Repeater {
        model: TextBoxes.find(mark.text, mark.font, mark.width, mark.lineHeight, mark.alignment, mark.wordStart, mark.wordEnd)

        Rectangle {
            id: word

            required property rect modelData

            x: modelData.x
            y: modelData.y
            width: modelData.width
            height: modelData.height
            color: mark.wordGround

            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: word.modelData.height / 9
                color: mark.bar
            }
        }
    }
}
