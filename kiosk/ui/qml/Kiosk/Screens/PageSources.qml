pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme

// Where a page was read: one quiet line, and behind one touch all who published it.
Column {
    id: sources

    required property string proof
    required property list<var> publishers
    required property string name
    property bool shown: false

    component Line: AppText {
        width: sources.width
        color: Theme.inkSoft
        lineHeight: 1
        font.pixelSize: Theme.caption
    }

    topPadding: Theme.gapLarge
    spacing: Theme.gapSmall

    Line {
        text: sources.proof
    }
    QuietButton {
        visible: sources.publishers.length > 0
        anchors.left: parent.left
        text: sources.name
        iconName: sources.shown ? "caret-up" : "caret-down"
        onClicked: sources.shown = !sources.shown
    }
    Repeater {
        model: sources.shown ? sources.publishers : []

        Line {
            required property string modelData

            text: modelData
            font.pixelSize: Theme.caption
        }
    }
}
