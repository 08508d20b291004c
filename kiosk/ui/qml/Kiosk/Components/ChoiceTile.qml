import QtQuick
import Kiosk.Theme

// One answer among several: its picture, its words, and a ring that is filled when it is chosen. The picture stays.
Pressable {
    id: option

    required property string iconName
    property string source: ""
    // A picture above the words, where there is room for it.
    readonly property bool stacked: height >= Theme.size(46)
    readonly property real picture: Theme.size(16)
    readonly property real dot: Theme.size(8)
    readonly property color mark: option.checked ? Theme.nightInk : Theme.emerald

    ground: checked ? Theme.emerald : Theme.surface
    groundPressed: checked ? Theme.night : Theme.surfacePressed
    edge: checked ? Theme.emerald : Theme.line
    raised: true
    padding: Theme.gap
    implicitHeight: Math.max(Theme.size(24), implicitContentHeight + 2 * padding)
    choosable: true
    Accessible.role: Accessible.RadioButton

    contentItem: Item {
        implicitHeight: label.implicitHeight

        Rectangle {
            id: plate
            x: option.stacked ? (parent.width - width) / 2 : option.LayoutMirroring.enabled ? parent.width - width : 0
            y: option.stacked ? (parent.height - height - Theme.gapSmall - label.height) / 2 : (parent.height - height) / 2
            width: option.stacked ? Math.max(Theme.size(16), Math.min(Theme.size(56), parent.height - label.height - Theme.gapSmall, parent.width * 0.6)) : option.picture
            height: width
            radius: Theme.radius
            color: option.checked ? Theme.emerald : Theme.emeraldWash

            Icon {
                anchors.centerIn: parent
                name: option.iconName
                color: option.mark
                size: Math.round(parent.width * 0.66)
            }
            Image {
                anchors.fill: parent
                source: option.source
                sourceSize: Qt.size(width, height)
                fillMode: Image.PreserveAspectFit
                cache: false
            }
        }
        Rectangle {
            id: ring
            anchors.right: parent.right
            y: option.stacked ? 0 : (parent.height - height) / 2
            width: option.dot
            height: width
            radius: width / 2
            color: "transparent"
            border.width: Theme.size(0.7)
            border.color: option.checked ? Theme.nightInk : Theme.line

            Rectangle {
                visible: option.checked
                anchors.centerIn: parent
                width: Math.round(parent.width * 0.55)
                height: width
                radius: width / 2
                color: Theme.nightInk
            }
        }
        Headline {
            id: label
            x: option.stacked ? 0 : option.LayoutMirroring.enabled ? option.dot + Theme.gapSmall : option.picture + Theme.gap
            y: option.stacked ? plate.y + plate.height + Theme.gapSmall : (parent.height - height) / 2
            width: option.stacked ? parent.width : parent.width - option.picture - option.dot - Theme.gap - Theme.gapSmall
            text: option.text
            steps: option.stacked ? [Theme.lead, Theme.body] : [Theme.body]
            lines: option.stacked ? 2 : 3
            horizontalAlignment: option.stacked ? Text.AlignHCenter : Text.AlignLeft
            color: option.checked ? Theme.nightInk : Theme.ink
            font.family: Theme.family
            font.variableAxes: ({})
            font.weight: Font.DemiBold
            lineHeight: 0.85
            over: 0.12
            under: 0.12
            Accessible.ignored: true
        }
    }
}
