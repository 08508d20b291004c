pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Values

// The plan of the venue: grounds and halls, the dots of a way, spots to touch, and where the visitor is.
Item {
    id: plan

    required property string source
    required property list<MapSpot> spots
    required property list<MapDot> dots
    required property string hereName
    // The middle of the label, where its owner wants it.
    property point label: plan.nowhere
    readonly property point nowhere: Qt.point(0, 0)
    readonly property size labelSize: Qt.size(here.implicitWidth + 2 * Theme.gap, here.implicitHeight + Theme.gapSmall)
    property real mark: Theme.target

    signal touched(string identifier)

    Image {
        anchors.fill: parent
        source: plan.source
        sourceSize: Qt.size(Math.round(width), Math.round(height))
    }
    Repeater {
        model: plan.dots

        Rectangle {
            required property MapDot modelData

            x: modelData.x * plan.width - width / 2
            y: modelData.y * plan.height - height / 2
            width: Theme.size(3)
            height: width
            radius: width / 2
            color: Theme.alarm
        }
    }
    Repeater {
        model: plan.spots

        Item {
            id: spot

            required property MapSpot modelData
            readonly property bool show: modelData.kind === "show"

            x: modelData.x * plan.width
            y: modelData.y * plan.height
            z: modelData.goal || modelData.here ? 1 : 0

            Pressable {
                visible: !spot.modelData.here
                x: -width / 2
                y: -height / 2
                width: plan.mark
                height: plan.mark
                // Pavilions are round, in their colours; shows are square and saffron.
                radius: spot.modelData.kind === "show" ? Theme.radius : width / 2
                text: spot.modelData.name
                ground: spot.modelData.goal ? Theme.alarm : spot.modelData.closed ? Theme.surface : spot.show ? Theme.saffron : spot.modelData.colour !== "" ? Theme.own(spot.modelData.colour) : Theme.emerald
                groundPressed: Theme.nightPressed
                edge: spot.modelData.closed ? Theme.line : Theme.surface
                onClicked: plan.touched(spot.modelData.identifier)

                contentItem: Icon {
                    name: spot.modelData.closed ? "prohibit" : spot.modelData.icon
                    color: spot.modelData.closed ? Theme.ink : spot.show && !spot.modelData.goal ? Theme.nightDeep : Theme.nightInk
                    size: Theme.size(8.5)
                    horizontalAlignment: Text.AlignHCenter
                }
            }
            StarMedallion {
                visible: spot.modelData.here
                x: -width / 2
                y: -height / 2
                width: Theme.size(14)
                height: width
                fill: Theme.alarm
                ring: Theme.saffron
                Accessible.role: Accessible.Graphic
                Accessible.name: plan.hereName
            }
        }
    }
    // Which of them is the visitor: beside the mark, over nothing else.
    Rectangle {
        visible: plan.label !== plan.nowhere
        x: plan.label.x - width / 2
        y: plan.label.y - height / 2
        z: 2
        width: here.implicitWidth + 2 * Theme.gap
        height: here.implicitHeight + Theme.gapSmall
        radius: height / 2
        color: Theme.alarm

        AppText {
            id: here
            anchors.centerIn: parent
            text: plan.hereName
            color: Theme.nightInk
            lineHeight: 1
            wrapMode: Text.NoWrap
            font.pixelSize: Theme.caption
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
    }
}
