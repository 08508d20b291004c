pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// Large pages for a group: by touch, by the arrow keys, or by a clicker, which sends page up and page down.
Zones {
    id: screen

    required property ShellViewModel shell
    required property ModeViewModel mode
    readonly property Words words: screen.shell.words
    readonly property list<var> slides: screen.mode.slides
    readonly property Slide current: screen.slides[screen.at] ?? null
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

    apart: true
    iconName: screen.current?.card.icon ?? ""
    source: screen.current?.source ?? ""
    doing: Row {
        id: tools
        width: parent.width
        spacing: Theme.gapSmall

        component Tool: TextButton {
            width: Math.floor((tools.width - 2 * tools.spacing) / 3)
            implicitHeight: Theme.size(22)
            leftPadding: Theme.gapSmall
        }

        Tool {
            text: screen.words.previous
            enabled: screen.at > 0
            onClicked: screen.turn(-1)
        }
        Tool {
            text: screen.words.speaker_notes
            ground: screen.notes ? Theme.emerald : Theme.night
            onClicked: screen.notes = !screen.notes
        }
        Tool {
            text: screen.words.next
            enabled: screen.at < screen.slides.length - 1
            onClicked: screen.turn(1)
        }
    }

    AppText {
        width: parent.width
        text: (screen.at + 1) + " / " + screen.slides.length
        color: Theme.inkSoft
        lineHeight: 1
    }
    Headline {
        width: parent.width
        text: screen.current?.card.name ?? ""
        steps: screen.wide ? [Theme.head, Theme.lead] : [Theme.title, Theme.head, Theme.lead]
        color: Theme.emerald
    }
    AppText {
        width: parent.width
        text: screen.current?.card.summary ?? ""
        color: Theme.emerald
        lineHeight: 0.95
        font.pixelSize: Theme.lead
        font.weight: Font.DemiBold
    }
    Repeater {
        model: screen.notes ? [] : screen.current?.lines ?? []

        AppText {
            required property string modelData

            width: parent?.width ?? 0
            text: Theme.tied(modelData)
            Accessible.name: modelData
            lineHeight: 0.95
            font.pixelSize: screen.wide ? Theme.body : Theme.lead
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
