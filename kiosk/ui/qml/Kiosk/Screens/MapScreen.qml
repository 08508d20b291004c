pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// The plan as the visitor stands before it; a touch on a spot, or on its name, shows the way there.
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
        anchors.leftMargin: Theme.margin
        anchors.topMargin: screen.wide ? Theme.gap : Theme.margin
        width: screen.wide ? Math.min(parent.width * 0.56, (parent.height - 2 * Theme.gap) * screen.map.ratio) : Math.min(parent.width - 2 * Theme.margin, parent.height * 0.56 * screen.map.ratio)
        height: width / screen.map.ratio
        source: screen.map.source
        spots: screen.map.spots
        dots: screen.map.dots
        hereName: screen.words.you_are_here
        mark: spots.length > 0 ? screen.map.pinWidth(width, height, Theme.target) : Theme.target
        label: spots.length + dots.length > 0 ? screen.map.labelPlace(width, height, labelSize.width, labelSize.height, mark) : nowhere
        onTouched: identifier => screen.shell.showWay(identifier)
    }
    Column {
        id: told
        anchors.top: screen.wide ? parent.top : plan.bottom
        anchors.left: screen.wide ? plan.right : parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin
        spacing: Theme.gap

        Item {
            width: parent.width
            height: Math.max(title.height, sample.height)

            AppText {
                id: title
                anchors.left: parent.left
                width: parent.width - (sample.visible ? sample.width + Theme.gap : 0)
                text: screen.asked ? screen.map.goal : screen.words.map
                lineHeight: 1
                font.pixelSize: Theme.lead
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }
            // Said of a plan that is not the place's own.
            Rectangle {
                id: sample
                visible: screen.map.sample
                anchors.right: parent.right
                anchors.verticalCenter: title.verticalCenter
                width: note.implicitWidth + 2 * Theme.gap
                height: note.implicitHeight + Theme.gapSmall
                radius: height / 2
                color: Theme.saffronWash

                AppText {
                    id: note
                    anchors.centerIn: parent
                    text: screen.words.map_sample
                    color: Theme.saffronInk
                    lineHeight: 1
                    wrapMode: Text.NoWrap
                    font.pixelSize: Theme.caption
                }
            }
        }
        AppText {
            width: parent.width
            text: Theme.tied(screen.asked ? screen.map.lead : screen.words.map_touch)
            color: Theme.emerald
            lineHeight: 1
            font.pixelSize: screen.wide ? Theme.body : Theme.lead
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
                }
            }
        }
    }
    Grid {
        id: legend

        readonly property real room: doing.y - told.y - told.height - 2 * Theme.gap
        readonly property real rowHeight: Math.max(Theme.size(15), Math.min(Theme.size(22), room / lines))
        readonly property int lines: Math.ceil(screen.map.stands.length / columns)

        visible: !screen.asked && lines * Theme.size(15) <= room
        anchors.top: told.bottom
        anchors.topMargin: Theme.gap
        anchors.left: told.left
        width: told.width
        columns: screen.wide && room >= Math.ceil(screen.map.stands.length / 2) * Theme.size(15) ? 2 : 3

        Repeater {
            model: screen.map.stands

            Pressable {
                id: stand

                required property Choice modelData

                width: legend.width / legend.columns
                height: legend.rowHeight
                text: modelData.name
                ground: "transparent"
                edge: "transparent"
                onClicked: screen.shell.showWay(modelData.identifier)

                contentItem: Row {
                    spacing: Theme.gap

                    Rectangle {
                        anchors.verticalCenter: parent.verticalCenter
                        width: Theme.size(12)
                        height: width
                        radius: stand.modelData.colour === "" ? Theme.radius : width / 2
                        color: stand.modelData.colour === "" ? Theme.saffron : Theme.own(stand.modelData.colour)

                        Icon {
                            anchors.centerIn: parent
                            name: stand.modelData.icon
                            color: stand.modelData.colour === "" ? Theme.nightDeep : Theme.nightInk
                            size: Theme.size(7)
                        }
                    }
                    AppText {
                        anchors.verticalCenter: parent.verticalCenter
                        width: stand.width - Theme.size(12) - 2 * Theme.gap - Theme.gapSmall
                        // What stands in brackets is told on its page.
                        text: stand.modelData.name.split(" (")[0]
                        lineHeight: 0.9
                        wrapMode: Text.WordWrap
                        maximumLineCount: 2
                        elide: Text.ElideRight
                        font.pixelSize: Theme.caption
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
    Flow {
        id: doing
        anchors.left: told.left
        anchors.right: told.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.margin
        spacing: Theme.gapSmall

        Repeater {
            model: screen.map.facilities

            Chip {
                required property Choice modelData

                text: modelData.name
                iconName: modelData.icon
                choosable: false
                Accessible.role: Accessible.Button
                onClicked: screen.shell.showWay(modelData.identifier)
            }
        }
        Chip {
            visible: screen.asked
            text: screen.words.no_stairs
            iconName: "wheelchair"
            checked: screen.map.stepFree
            Accessible.role: Accessible.CheckBox
            onClicked: screen.shell.avoidStairs(!screen.map.stepFree)
        }
    }
}
