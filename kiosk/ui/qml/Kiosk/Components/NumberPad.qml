pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A number by stepping or by keys; no text field, no keyboard. Figures keep their order in every language.
Grid {
    id: pad

    required property string number
    required property string unit
    property string lessName: ""
    property string moreName: ""
    property string eraseName: ""
    property string confirmName: ""
    property bool fits: false
    readonly property real key: Math.floor((pad.width - 2 * Theme.gap) / 3)
    signal figure(value: int)
    signal erased
    signal stepped(by: int)
    signal confirmed

    columns: 1
    spacing: Theme.gap
    horizontalItemAlignment: Grid.AlignHCenter
    verticalItemAlignment: Grid.AlignVCenter

    Row {
        spacing: Theme.gap

        KeyButton {
            width: pad.key
            height: shown.height
            text: pad.lessName
            iconName: "minus"
            onClicked: pad.stepped(-1)
        }
        Rectangle {
            id: shown
            width: pad.key
            height: Theme.size(36)
            radius: Theme.radius
            color: Theme.surface
            border.width: Theme.border * 2
            border.color: pad.number === "" ? Theme.line : Theme.emerald

            AppText {
                anchors.horizontalCenter: parent.horizontalCenter
                y: -Theme.size(1)
                text: pad.number === "" ? "–" : pad.number
                lineHeight: 1
                font.pixelSize: Theme.title
                font.weight: Font.Bold
                Accessible.name: pad.number + " " + pad.unit
            }
            AppText {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                text: pad.unit
                color: Theme.inkSoft
                lineHeight: 1
                font.pixelSize: Theme.body
                Accessible.ignored: true
            }
        }
        KeyButton {
            width: pad.key
            height: shown.height
            text: pad.moreName
            iconName: "plus"
            onClicked: pad.stepped(1)
        }
    }
    Grid {
        columns: 3
        spacing: Theme.gap
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        Repeater {
            model: [1, 2, 3, 4, 5, 6, 7, 8, 9]

            KeyButton {
                required property int modelData

                width: pad.key
                height: Theme.size(22)
                text: modelData.toString()
                onClicked: pad.figure(modelData)
            }
        }
        KeyButton {
            width: pad.key
            height: Theme.size(22)
            text: pad.eraseName
            iconName: "backspace"
            onClicked: pad.erased()
        }
        KeyButton {
            width: pad.key
            height: Theme.size(22)
            text: "0"
            onClicked: pad.figure(0)
        }
        KeyButton {
            width: pad.key
            height: Theme.size(22)
            text: pad.confirmName
            iconName: "check"
            ink: Theme.nightInk
            ground: Theme.emerald
            groundPressed: Theme.night
            enabled: pad.fits
            onClicked: pad.confirmed()
        }
    }
}
