pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// Silent, all languages at once; a touch anywhere on a language enters in it.
Rectangle {
    id: screen

    required property ShellViewModel shell
    required property ModeViewModel mode
    readonly property var languages: screen.shell.languages
    readonly property bool wide: width > height
    property int turn: 0
    property int slide: 0
    readonly property StageRow row: screen.mode.stage[screen.slide % Math.max(1, screen.mode.stage.length)] ?? null
    readonly property TitledLines side: screen.row?.sides[screen.turn] ?? null
    readonly property bool many: (screen.side?.lines.length ?? 0) > 1

    function step(): void {
        screen.turn = (screen.turn + 1) % screen.languages.length;
        if (screen.turn === 0)
            screen.slide = (screen.slide + 1) % Math.max(1, screen.mode.stage.length);
    }

    color: Theme.nightDeep

    Timer {
        interval: Theme.attractStep
        repeat: true
        running: Theme.motion && screen.languages.length > 0
        onTriggered: screen.step()
    }

    Item {
        id: stage
        width: parent.width
        height: screen.wide ? parent.height * 0.48 : parent.height * 0.42

        ZelligePattern {
            anchors.fill: parent
            cell: Theme.size(34)
            ink: Theme.nightPattern
        }
        ItemPicture {
            id: emblem
            anchors.horizontalCenter: parent.horizontalCenter
            y: parent.height * (screen.many ? 0.36 : 0.5) - height * 0.86
            width: Math.min(parent.height * (screen.many ? 0.3 : 0.46), Theme.size(70))
            height: width
            iconName: screen.row?.icon ?? ""
            fill: Theme.emerald
        }
        Column {
            anchors.top: emblem.bottom
            anchors.topMargin: Theme.gapLarge
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width - 2 * Theme.margin
            spacing: Theme.gapSmall

            AppText {
                width: parent.width
                text: screen.side?.title ?? ""
                horizontalAlignment: Text.AlignHCenter
                color: Theme.nightInk
                lineHeight: 1
                font.pixelSize: Theme.titleSize
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }
            Repeater {
                model: screen.side?.lines ?? []

                AppText {
                    required property string modelData

                    width: parent?.width ?? 0
                    text: modelData
                    horizontalAlignment: Text.AlignHCenter
                    color: Theme.nightInkSoft
                    lineHeight: 1
                }
            }
        }
    }
    Grid {
        id: doors
        anchors.top: stage.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin
        columns: screen.wide ? screen.languages.length : 1
        spacing: Theme.gapLarge
        LayoutMirroring.enabled: true

        Repeater {
            model: screen.languages

            Pressable {
                id: door

                required property OfferedLanguage modelData
                required property int index

                width: (doors.width - (doors.columns - 1) * doors.spacing) / doors.columns
                height: screen.wide ? doors.height : (doors.height - (screen.languages.length - 1) * doors.spacing) / screen.languages.length
                text: door.modelData.endonym
                Accessible.description: door.modelData.invitation
                ground: Theme.night
                groundPressed: Theme.nightPressed
                edge: screen.turn === door.index ? Theme.saffron : Theme.nightLine
                onClicked: screen.shell.enter(door.modelData.tag)

                contentItem: Item {
                    Column {
                        anchors.centerIn: parent
                        width: parent.width - 2 * Theme.gap
                        spacing: Theme.gap

                        AppText {
                            width: parent.width
                            text: door.modelData.endonym
                            horizontalAlignment: Text.AlignHCenter
                            color: Theme.nightInk
                            lineHeight: 1
                            font.pixelSize: Theme.size(15)
                            font.weight: Font.DemiBold
                            Accessible.ignored: true
                        }
                        AppText {
                            width: parent.width
                            text: door.modelData.invitation
                            horizontalAlignment: Text.AlignHCenter
                            color: Theme.nightInkSoft
                            lineHeight: 1
                            font.pixelSize: Theme.label
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }
}
