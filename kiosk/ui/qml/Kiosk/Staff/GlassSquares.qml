pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// Squares over the whole glass, from edge to edge: each is green once a finger has been on it. A finger that has rested ends it.
Rectangle {
    id: glass

    required property CheckViewModel check
    required property ShellViewModel shell
    readonly property Words words: glass.shell.words
    readonly property int columns: Math.max(1, Math.round(width / Theme.size(40)))
    readonly property int rows: Math.max(1, Math.round(height / Theme.size(40)))
    readonly property int count: columns * rows
    readonly property real side: width / columns
    readonly property real tall: height / rows

    function reach(x: real, y: real): void {
        if (x < 0 || y < 0 || x >= width || y >= height)
            return;
        const index = Math.floor(y / tall) * columns + Math.floor(x / side);
        squares.itemAt(index).touched = true;
        check.touchSquare(index);
    }

    color: Theme.paper
    focus: true
    Keys.onEscapePressed: glass.check.leaveGlass()
    onCountChanged: glass.check.layGlass(count)
    Component.onCompleted: {
        glass.check.layGlass(count);
        glass.forceActiveFocus();
    }
    Accessible.role: Accessible.Button
    Accessible.name: glass.words.check_glass_how
    Accessible.onPressAction: glass.check.leaveGlass()

    Repeater {
        id: squares
        model: glass.count

        Rectangle {
            required property int index
            property bool touched: false

            x: (index % glass.columns) * glass.side
            y: Math.floor(index / glass.columns) * glass.tall
            width: glass.side
            height: glass.tall
            color: touched ? Theme.emeraldWash : Theme.surface
            border.width: Theme.border
            border.color: Theme.line

            Icon {
                visible: parent.touched
                anchors.centerIn: parent
                name: "check"
                color: Theme.emerald
                size: Theme.size(9)
            }
        }
    }
    NoticePanel {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.size(150))
        color: Theme.saffronWash
        iconName: "hand-pointing"
        label: glass.check.squaresLeft
        text: glass.words.check_glass_how
        rightToLeft: glass.shell.rightToLeft
        opacity: 0.9
    }
    MouseArea {
        property bool rested: false

        anchors.fill: parent
        pressAndHoldInterval: 2000
        onPressed: mouse => {
            rested = false;
            glass.reach(mouse.x, mouse.y);
        }
        onPositionChanged: mouse => glass.reach(mouse.x, mouse.y)
        onPressAndHold: rested = true
        // Later: the squares must not go while the finger is still being told of.
        onReleased: {
            if (rested || glass.check.glassTouched)
                Qt.callLater(glass.check.leaveGlass);
        }
    }
}
