pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// Silent, all languages at once; a touch on a language enters in it. What moves comes after the first picture (AttractLoop).
Rectangle {
    id: screen

    required property ShellViewModel shell
    required property ModeViewModel mode
    readonly property var languages: screen.shell.languages
    readonly property bool wide: width > height
    readonly property bool ofChildren: screen.mode.attractLoop === "Children"
    readonly property string colours: screen.ofChildren ? Theme.zelligeOfChildren : Theme.zellige
    readonly property AttractLoop loop: place.item as AttractLoop
    readonly property int turn: (screen.loop?.language ?? 0) % Math.max(1, screen.languages.length)
    readonly property TitledLines side: screen.mode.stage[0]?.sides[screen.turn] ?? null
    // Whole cells, from edge to edge.
    readonly property real stageWidth: screen.wide ? Math.round(screen.width * 0.5) : screen.width
    readonly property int columns: Math.max(3, Math.round(screen.stageWidth / Theme.size(38)))
    readonly property real cell: screen.stageWidth / screen.columns
    readonly property int rows: Math.max(2, Math.round(screen.height * (screen.wide ? 0.7 : 0.53) / screen.cell))

    color: Theme.nightDeep

    // A touch beside the doors: what moves stops, and the doors stay.
    MouseArea {
        anchors.fill: parent
        onPressed: screen.loop?.stop()
    }
    Item {
        id: heading
        anchors.left: parent.left
        anchors.top: parent.top
        width: screen.wide ? parent.width - screen.stageWidth : parent.width
        height: screen.wide ? stage.height : parent.height - stage.height - doors.height - 2 * Theme.gapLarge

        Column {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.margin
            spacing: Theme.gap
            opacity: screen.loop?.titleShown ?? 1

            // As large as there is room for: words are never cut.
            AppText {
                width: parent.width
                height: (heading.height - Theme.gap) * 0.62
                text: Theme.tied(screen.side?.title ?? "")
                Accessible.name: screen.side?.title ?? ""
                fontSizeMode: Text.Fit
                minimumPixelSize: Theme.body
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignBottom
                color: Theme.nightInk
                lineHeight: 1
                font.pixelSize: Theme.size(25)
                font.weight: Font.Bold
                Accessible.role: Accessible.Heading
            }
            AppText {
                width: parent.width
                height: (heading.height - Theme.gap) * 0.34
                text: Theme.tied(screen.side?.lines[0] ?? "")
                Accessible.name: screen.side?.lines[0] ?? ""
                fontSizeMode: Text.Fit
                minimumPixelSize: Theme.body
                horizontalAlignment: Text.AlignHCenter
                color: Theme.saffron
                lineHeight: 1
                font.pixelSize: Theme.size(9.5)
                font.weight: Font.Medium
            }
        }
    }
    Item {
        id: stage
        anchors.right: parent.right
        anchors.top: screen.wide ? parent.top : heading.bottom
        width: screen.stageWidth
        height: screen.cell * screen.rows

        ZelligeField {
            anchors.fill: parent
            visible: screen.loop === null
            cell: screen.cell
            colours: screen.colours
        }
        Loader {
            id: place
            anchors.fill: parent
        }
        Repeater {
            model: [0, stage.height]

            Rectangle {
                required property real modelData

                y: modelData - (modelData > 0 ? height : 0)
                width: stage.width
                height: Theme.size(1.4)
                color: Theme.saffron
            }
        }
    }
    Grid {
        id: doors
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.gapLarge
        width: screen.width - 2 * Theme.gapLarge
        height: screen.wide ? screen.height - stage.height - 2 * Theme.gapLarge : Math.round(screen.height * 0.2)
        columns: screen.languages.length > 3 && !screen.wide ? 2 : Math.max(1, screen.languages.length)
        spacing: Theme.gapLarge
        LayoutMirroring.enabled: true

        Repeater {
            id: offered
            model: screen.languages

            LanguageDoor {
                required property OfferedLanguage modelData
                required property int index
                readonly property int inOne: Math.ceil(screen.languages.length / doors.columns)

                width: (doors.width - (doors.columns - 1) * doors.spacing) / doors.columns
                height: (doors.height - (inOne - 1) * doors.spacing) / inOne
                text: modelData.endonym
                invitation: modelData.invitation
                shown: (screen.loop?.pointedAt ?? -1) === index
                onClicked: screen.shell.enter(modelData.tag)
            }
        }
    }
    Item {
        id: pointing
        readonly property Item door: offered.itemAt(Math.max(0, screen.loop?.pointedAt ?? -1))
        readonly property real near: screen.loop?.pointing ?? 0

        visible: near > 0 && door !== null
        x: doors.x + (door?.x ?? 0)
        y: doors.y + (door?.y ?? 0)
        width: door?.width ?? 0
        height: door?.height ?? 0

        Image {
            anchors.centerIn: hand
            anchors.verticalCenterOffset: -hand.height / 2
            visible: (screen.loop?.touching ?? 0) > 0
            opacity: 1 - (screen.loop?.touching ?? 0) * 0.7
            scale: 0.4 + 0.6 * (screen.loop?.touching ?? 0)
            source: place.item ? "image://drawn/ring/" + Theme.emerald : ""
            sourceSize: Qt.size(Theme.size(34), Theme.size(34))
        }
        Image {
            id: hand
            x: parent.width * (screen.wide ? 0.88 : 0.5) - width / 2
            y: parent.height * 0.7 + (1 - pointing.near) * (screen.height - pointing.y - parent.height * 0.7)
            source: place.item ? "image://drawn/hand/" + Theme.saffron + "/" + Theme.nightDeep + "/" + Theme.emerald : ""
            sourceSize: Qt.size(Theme.size(30), Theme.size(45))
        }
    }
    Timer {
        interval: Theme.attractPause
        running: screen.languages.length > 0
        onTriggered: place.setSource("AttractLoop.qml", {
            mode: screen.mode,
            cell: Qt.binding(() => screen.cell),
            columns: Qt.binding(() => screen.columns),
            rows: Qt.binding(() => screen.rows),
            colours: Qt.binding(() => screen.colours),
            languages: Qt.binding(() => screen.languages.length)
        })
    }
}
