pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Values

// Keys to touch: letters and figures in rows, then the alphabets, space, and the two ways to take back. It remembers nothing.
// The keys stand as on a keyboard of metal, whichever way the screen is read.
Item {
    id: keyboard

    required property list<var> rows
    required property list<var> alphabets
    required property string alphabet
    property string spaceName: ""
    property string eraseName: ""
    property string clearName: ""
    readonly property int columns: Math.max(10, ...keyboard.rows.map(row => row.length))
    readonly property real gap: Theme.size(0.5)
    readonly property real keyWidth: (width - (columns - 1) * gap) / columns
    readonly property real toolWidth: Theme.size(22)
    signal pressed(key: string)
    signal erased
    signal cleared
    signal alphabetChosen(tag: string)

    implicitHeight: board.implicitHeight

    Column {
        id: board
        width: parent.width
        spacing: keyboard.gap
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        Repeater {
            model: keyboard.rows

            Row {
                id: line

                required property var modelData

                anchors.horizontalCenter: parent.horizontalCenter
                spacing: keyboard.gap

                Repeater {
                    model: line.modelData

                    Key {
                        required property string modelData

                        width: keyboard.keyWidth
                        text: modelData
                        onClicked: keyboard.pressed(modelData)
                    }
                }
            }
        }
        Row {
            width: parent.width
            spacing: keyboard.gap

            Repeater {
                model: keyboard.alphabets

                Key {
                    required property Alphabet modelData

                    width: Theme.size(26)
                    text: modelData.letters
                    letter: modelData.endonym
                    letterSize: Theme.caption
                    checked: modelData.tag === keyboard.alphabet
                    choosable: true
                    Accessible.role: Accessible.RadioButton
                    ground: checked ? Theme.emerald : Theme.surfacePressed
                    onClicked: keyboard.alphabetChosen(modelData.tag)
                }
            }
            Key {
                width: keyboard.width - keyboard.alphabets.length * (Theme.size(26) + keyboard.gap) - 2 * (keyboard.toolWidth + keyboard.gap)
                text: keyboard.spaceName
                letterSize: Theme.body
                onClicked: keyboard.pressed(" ")
            }
            Key {
                width: keyboard.toolWidth
                text: keyboard.eraseName
                iconName: "backspace"
                ground: Theme.surfacePressed
                onClicked: keyboard.erased()
            }
            Key {
                width: keyboard.toolWidth
                text: keyboard.clearName
                iconName: "trash"
                ground: Theme.surfacePressed
                onClicked: keyboard.cleared()
            }
        }
    }
}
