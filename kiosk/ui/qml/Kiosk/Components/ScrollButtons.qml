import QtQuick
import Kiosk.Theme

// A single tap for every swipe: up and down by most of a view (WCAG 2.5.7).
Item {
    id: buttons

    required property Flickable flickable
    required property string upName
    required property string downName
    // Side by side, as on a bar.
    property bool level: false
    readonly property real step: flickable.height * 0.8
    readonly property real last: Math.max(0, flickable.contentHeight - flickable.height)
    readonly property bool needed: flickable.contentHeight > flickable.height + 1

    function by(distance: real): void {
        flickable.contentY = flickable.originY + Math.max(0, Math.min(last, flickable.contentY - flickable.originY + distance));
    }

    visible: needed
    implicitWidth: buttons.level ? 2 * Theme.target + Theme.gapSmall : Theme.target
    implicitHeight: buttons.level ? Theme.target : 2 * Theme.target + Theme.gap

    Grid {
        anchors.fill: parent
        columns: buttons.level ? 2 : 1
        spacing: buttons.level ? Theme.gapSmall : Theme.gap

        Pressable {
            text: buttons.upName
            enabled: buttons.flickable.contentY - buttons.flickable.originY > 1
            opacity: enabled ? 1 : 0.35
            radius: width / 2
            raised: true
            onClicked: buttons.by(-buttons.step)
            contentItem: Icon {
                name: "caret-up"
            }
        }
        Pressable {
            text: buttons.downName
            enabled: buttons.flickable.contentY - buttons.flickable.originY < buttons.last - 1
            opacity: enabled ? 1 : 0.35
            radius: width / 2
            raised: true
            onClicked: buttons.by(buttons.step)
            contentItem: Icon {
                name: "caret-down"
            }
        }
    }
}
