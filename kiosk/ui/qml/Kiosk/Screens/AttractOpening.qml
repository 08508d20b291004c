pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Values

// What is inside, as the loop shows it: one thing after the other over a town, or the board of the day.
Item {
    id: opening

    required property string kind
    required property var rows
    required property int row
    // The language that stands under the first.
    required property int second
    required property bool moving
    readonly property bool board: opening.kind === "Board"

    Image {
        anchors.fill: parent
        visible: !opening.board
        source: visible ? "image://drawn/skyline/" + Theme.town : ""
        sourceSize: Qt.size(opening.width, opening.height)
    }
    Rectangle {
        anchors.fill: parent
        visible: opening.board
        color: Theme.saffronWash
    }
    Image {
        id: friend
        visible: opening.kind === "Children"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.size(5) + jump
        property real jump: 0
        width: opening.height * 0.26
        height: width
        source: visible ? "image://drawn/face/5/" + Theme.emerald + "/" + Theme.nightInk : ""
        sourceSize: Qt.size(Math.round(width), Math.round(height))

        SequentialAnimation on jump {
            running: friend.visible && opening.visible && opening.moving
            loops: Animation.Infinite

            NumberAnimation {
                to: Theme.size(9)
                duration: 420
                easing.type: Easing.OutQuad
            }
            NumberAnimation {
                to: 0
                duration: 420
                easing.type: Easing.InQuad
            }
            PauseAnimation {
                duration: 500
            }
        }
    }
    Repeater {
        model: opening.board ? [] : opening.rows

        AttractCard {
            required property StageRow modelData
            required property int index

            anchors.fill: opening
            visible: opacity > 0
            shown: opening.row === index
            card: modelData
            second: opening.second
            crowned: opening.kind !== "Children"
        }
    }
    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gapLarge
        visible: opening.board
        scale: Math.min(1, (opening.height - 2 * Theme.gap) / Math.max(1, height))

        Repeater {
            model: opening.board ? opening.rows : []

            AttractShow {
                required property StageRow modelData

                width: parent?.width ?? 0
                show: modelData
                second: opening.second
            }
        }
    }
}
