pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// Large pages for a group: by touch, by the arrow keys, or by a clicker, which sends page up and page down.
Item {
    id: screen

    required property ShellViewModel shell
    required property ModeViewModel mode
    readonly property Words words: screen.shell.words
    readonly property list<var> slides: screen.mode.slides
    readonly property Slide current: screen.slides[screen.at] ?? null
    readonly property bool wide: width > height
    property int at: 0
    property bool notes: false

    function turn(by: int): void {
        screen.at = Math.max(0, Math.min(screen.slides.length - 1, screen.at + by));
    }

    focus: true
    onVisibleChanged: if (visible)
        screen.forceActiveFocus()
    Component.onCompleted: screen.forceActiveFocus()
    Keys.onPressed: event => {
        const forward = screen.shell.rightToLeft ? Qt.Key_Left : Qt.Key_Right;
        const back = screen.shell.rightToLeft ? Qt.Key_Right : Qt.Key_Left;
        if (event.key === forward || event.key === Qt.Key_PageDown)
            screen.turn(1);
        else if (event.key === back || event.key === Qt.Key_PageUp)
            screen.turn(-1);
        else
            return;
        event.accepted = true;
    }

    ScreenHeader {
        id: header
        width: parent.width
        compact: true
        title: screen.current?.card.name ?? ""
        subtitle: (screen.at + 1) + " / " + screen.slides.length
    }
    Grid {
        anchors.top: header.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: tools.top
        anchors.margins: Theme.margin
        columns: screen.wide ? 2 : 1
        spacing: Theme.margin
        verticalItemAlignment: Grid.AlignVCenter

        ItemPicture {
            width: Math.min(Theme.size(90), screen.height * 0.3)
            height: width
            iconName: screen.current?.card.icon ?? ""
            fill: Theme.emerald
            source: screen.current?.source ?? ""
        }
        Column {
            width: screen.wide ? screen.width - Theme.size(100) - 3 * Theme.margin : screen.width - 2 * Theme.margin
            spacing: Theme.gapLarge

            AppText {
                width: parent.width
                text: screen.current?.card.summary ?? ""
                color: Theme.emerald
                font.pixelSize: Theme.size(10)
                font.weight: Font.DemiBold
            }
            Repeater {
                model: screen.current?.lines ?? []

                AppText {
                    required property string modelData

                    width: parent?.width ?? 0
                    text: modelData
                    font.pixelSize: Theme.size(9)
                }
            }
            NoticePanel {
                visible: screen.notes && (screen.current?.note ?? "") !== ""
                width: parent.width
                iconName: "note"
                label: screen.words.speaker_notes
                text: screen.current?.note ?? ""
                rightToLeft: screen.shell.rightToLeft
            }
        }
    }
    Row {
        id: tools
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.gap

        TextButton {
            text: screen.words.previous
            enabled: screen.at > 0
            opacity: enabled ? 1 : 0.35
            onClicked: screen.turn(-1)
        }
        TextButton {
            text: screen.words.speaker_notes
            iconName: "note"
            ground: screen.notes ? Theme.emerald : Theme.night
            onClicked: screen.notes = !screen.notes
        }
        TextButton {
            text: screen.words.next
            enabled: screen.at < screen.slides.length - 1
            opacity: enabled ? 1 : 0.35
            onClicked: screen.turn(1)
        }
    }
}
