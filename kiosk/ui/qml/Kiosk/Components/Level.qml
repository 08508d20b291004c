pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// How far something is, as bars that grow along the line of reading: filled ones, and empty ones with an edge.
Row {
    id: steps

    required property int level
    property color ink: Theme.nightInk

    width: 5 * Theme.size(1.9) + 4 * spacing
    spacing: Theme.size(0.7)

    Repeater {
        model: 5

        Rectangle {
            required property int index

            anchors.bottom: parent?.bottom
            width: Theme.size(1.9)
            height: steps.height * (0.3 + 0.175 * index)
            radius: Theme.size(0.5)
            color: index < steps.level ? steps.ink : "transparent"
            border.width: Theme.border
            border.color: steps.ink
        }
    }
}
