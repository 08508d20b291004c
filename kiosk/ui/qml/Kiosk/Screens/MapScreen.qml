pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// The plan as the visitor stands before it; a touch on a spot shows the way there.
Item {
    id: screen

    required property ShellViewModel shell
    required property MapViewModel map
    readonly property Words words: screen.shell.words
    readonly property bool wide: width > height
    readonly property bool asked: screen.map.goal !== ""

    VenuePlan {
        id: plan
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.margins: Theme.margin
        width: screen.wide ? Math.min(parent.width * 0.6, (parent.height - 2 * Theme.margin) * screen.map.ratio) : parent.width - 2 * Theme.margin
        height: width / screen.map.ratio
        map: screen.map
        hereName: screen.words.you_are_here
        onTouched: identifier => screen.shell.showWay(identifier)
    }
    Column {
        id: told
        anchors.top: screen.wide ? parent.top : plan.bottom
        anchors.left: screen.wide ? plan.right : parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin
        spacing: Theme.gap

        AppText {
            width: parent.width
            text: screen.asked ? screen.map.goal : screen.words.map
            lineHeight: 1
            font.pixelSize: Theme.titleSize
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }
        AppText {
            width: parent.width
            text: screen.asked ? screen.map.lead : screen.words.map_touch
            color: Theme.emerald
            font.pixelSize: Theme.heading
            font.weight: Font.Medium
        }
        Repeater {
            model: screen.map.steps

            Row {
                id: step

                required property int index
                required property string modelData

                width: told.width
                spacing: Theme.gap

                AppText {
                    width: Theme.size(9)
                    text: step.index + 1
                    color: Theme.emerald
                    horizontalAlignment: Text.AlignHCenter
                    font.weight: Font.DemiBold
                    Accessible.ignored: true
                }
                AppText {
                    width: parent.width - Theme.size(9) - parent.spacing
                    text: step.modelData
                    font.pixelSize: Theme.label
                }
            }
        }
        AppText {
            visible: screen.map.sample
            width: parent.width
            text: screen.words.map_sample
            color: Theme.inkSoft
            font.pixelSize: Theme.caption
        }
    }
    Flow {
        anchors.left: screen.wide ? plan.right : parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        spacing: Theme.gapSmall

        Chip {
            visible: screen.asked
            text: screen.words.no_stairs
            iconName: "wheelchair"
            checked: screen.map.stepFree
            onClicked: screen.shell.avoidStairs(!screen.map.stepFree)
        }
        Repeater {
            model: screen.map.facilities

            Chip {
                required property Choice modelData

                text: modelData.name
                iconName: modelData.icon
                onClicked: screen.shell.showWay(modelData.identifier)
            }
        }
    }
}
