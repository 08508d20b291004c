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
    property bool wide: false
    signal figure(value: int)
    signal erased
    signal stepped(by: int)
    signal confirmed

    columns: pad.wide ? 2 : 1
    spacing: Theme.gapLarge
    horizontalItemAlignment: Grid.AlignHCenter
    verticalItemAlignment: Grid.AlignVCenter

    Row {
        spacing: Theme.gap

        KeyButton {
            anchors.verticalCenter: parent.verticalCenter
            text: pad.lessName
            iconName: "minus"
            onClicked: pad.stepped(-1)
        }
        Rectangle {
            width: Theme.size(64)
            height: Theme.size(30)
            radius: Theme.radius
            color: Theme.surface
            border.width: Theme.border * 2
            border.color: pad.number === "" ? Theme.line : Theme.emerald

            AppText {
                id: shown
                anchors.horizontalCenter: parent.horizontalCenter
                y: Theme.gapSmall
                text: pad.number === "" ? "–" : pad.number
                lineHeight: 1
                font.pixelSize: Theme.size(15)
                font.weight: Font.Bold
                Accessible.name: pad.number + " " + pad.unit
            }
            AppText {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.size(1)
                text: pad.unit
                color: Theme.inkSoft
                lineHeight: 1
                font.pixelSize: Theme.caption
                Accessible.ignored: true
            }
        }
        KeyButton {
            anchors.verticalCenter: parent.verticalCenter
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

                width: Theme.size(34)
                text: modelData.toString()
                onClicked: pad.figure(modelData)
            }
        }
        KeyButton {
            width: Theme.size(34)
            text: pad.eraseName
            iconName: "backspace"
            onClicked: pad.erased()
        }
        KeyButton {
            width: Theme.size(34)
            text: "0"
            onClicked: pad.figure(0)
        }
        KeyButton {
            width: Theme.size(34)
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
