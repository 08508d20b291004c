pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// Closed, or an emergency: all languages at once, beside them the way out where the content has it; a touch says it aloud.
Rectangle {
    id: screen

    required property ModeViewModel mode
    required property ShellViewModel shell
    readonly property bool wide: width > height
    readonly property bool pictured: screen.picture !== ""
    readonly property string picture: screen.mode.restPicture.source

    color: screen.mode.emergency ? Theme.alarm : Theme.nightDeep

    // Whole cells from edge to edge; they are woven anew, slowly, while the kiosk rests.
    readonly property int columns: Math.max(3, Math.round(screen.width / Theme.size(38)))
    readonly property real cell: screen.width / screen.columns

    ZelligeField {
        visible: !screen.mode.emergency && weaving.item === null
        anchors.fill: parent
        cell: screen.cell
        colours: Theme.zelligeAsleep
    }
    Loader {
        id: weaving
        active: Theme.motion && begun && !screen.mode.emergency && !screen.mode.dark
        property bool begun: false
        sourceComponent: ZelligeLoom {
            id: loom
            cell: screen.cell
            columns: screen.columns
            rows: Math.ceil(screen.height / screen.cell)
            colours: Theme.zelligeAsleep

            SequentialAnimation on built {
                loops: Animation.Infinite

                NumberAnimation {
                    from: loom.reach
                    to: 0
                    duration: 9000
                }
                NumberAnimation {
                    from: 0
                    to: loom.reach
                    duration: 12000
                }
                PauseAnimation {
                    duration: 6000
                }
            }
        }
    }
    Timer {
        interval: Theme.attractPause
        running: true
        onTriggered: weaving.begun = true
    }
    Rectangle {
        id: plan
        visible: screen.pictured
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        width: screen.wide ? screen.width * 0.42 : screen.width - 2 * Theme.margin
        height: screen.wide ? screen.height - 2 * Theme.margin : screen.height * 0.38
        radius: Theme.radius
        color: "white"

        Image {
            anchors.fill: parent
            anchors.margins: Theme.gap
            source: screen.picture
            sourceSize: Qt.size(width, height)
            fillMode: Image.PreserveAspectFit
            Accessible.role: Accessible.Graphic
            Accessible.name: screen.mode.restPicture.name
        }
    }
    Item {
        id: room
        anchors.left: screen.pictured && screen.wide ? plan.right : parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: screen.pictured && !screen.wide ? plan.top : parent.bottom
        anchors.margins: Theme.margin

        Grid {
            id: sides
            readonly property int count: Math.max(1, screen.mode.rest.length)

            anchors.centerIn: parent
            columns: screen.wide && !screen.pictured ? count : 1
            spacing: screen.pictured ? Theme.gapLarge : screen.wide ? Theme.margin : Theme.margin * 1.5
            // Words are never cut: all of them become a little smaller where they are many.
            scale: Math.min(1, room.height / Math.max(1, height))

            Repeater {
                model: screen.mode.rest

                Column {
                    id: side

                    required property TitledLines modelData

                    width: (room.width - (sides.columns - 1) * sides.spacing) / sides.columns
                    spacing: screen.pictured ? Theme.gapSmall : Theme.gap

                    // In danger what to do is read from three metres; what else is good to know, from nearer.
                    AppText {
                        width: parent.width
                        text: side.modelData.title
                        horizontalAlignment: Text.AlignHCenter
                        color: Theme.nightInk
                        lineHeight: 0.9
                        font.pixelSize: Theme.size(!screen.mode.emergency ? 16 : 18)
                        font.weight: Font.Bold
                        Accessible.role: Accessible.Heading
                    }
                    Repeater {
                        model: screen.pictured ? [side.modelData.lines[0] ?? "", side.modelData.lines.slice(1).join(" ")] : side.modelData.lines

                        AppText {
                            required property string modelData
                            required property int index

                            visible: text !== ""
                            width: parent?.width ?? 0
                            text: Theme.tied(modelData)
                            Accessible.name: modelData
                            horizontalAlignment: Text.AlignHCenter
                            color: Theme.nightInk
                            lineHeight: screen.pictured ? 1 : Theme.lineHeight
                            font.pixelSize: !screen.mode.emergency ? Theme.lead : index > 0 && screen.pictured ? Theme.body : Theme.size(12)
                            font.weight: screen.mode.emergency && index === 0 ? Font.DemiBold : Font.Normal
                        }
                    }
                }
            }
        }
    }
    Pressable {
        anchors.fill: parent
        focus: true
        text: screen.shell.words.listen
        ground: "transparent"
        groundPressed: "transparent"
        edge: "transparent"
        radius: 0
        onClicked: screen.mode.askToRead()
        Keys.onReturnPressed: click()
        Keys.onEnterPressed: click()
    }
}
