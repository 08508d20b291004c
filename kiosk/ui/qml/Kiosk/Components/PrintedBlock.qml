pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// One thing of a screen, printed large: a text, a button with all its words, or a code. It follows what it was read from.
FocusScope {
    id: block

    required property Item source
    // The size of letters in pixels; what is a heading is larger.
    required property real letters
    required property real room
    required property real most
    property bool onNight: false
    readonly property Pressable pressed: block.source as Pressable
    readonly property SpokenText told: block.source as SpokenText
    readonly property Text label: block.pressed ? null : block.source as Text
    readonly property QrCode code: block.source as QrCode
    readonly property bool heading: block.source instanceof Headline || (block.label?.font.weight ?? 0) >= Font.Bold
    // The height of a line of its text, by which it may be parted; nothing that is no text is.
    readonly property real line: body.item && block.label ? (body.item as Text).contentHeight / Math.max(1, (body.item as Text).lineCount) : 0
    readonly property bool lit: block.told?.lit ?? false
    readonly property int begins: block.LayoutMirroring.enabled ? Text.AlignRight : Text.AlignLeft

    signal reached

    function words(root: Item): list<string> {
        let found = [];
        for (const child of root.children) {
            const text = child as Text;
            if (text && !(text instanceof Icon) && text.visible && text.text !== "")
                found.push(text.text);
            else if (!text && child.visible)
                found = found.concat(block.words(child));
        }
        return found;
    }
    // What a button says, each thing once.
    function saying(): string {
        const inside = block.words(block.pressed.contentItem).filter((word, place, all) => all.indexOf(word) === place);
        const named = block.pressed.text;
        const said = inside.join(" ").replace(/\u00a0/g, " ");
        return (named.split(", ").every(part => said.includes(part)) ? inside : [named, ...inside]).join(" · ");
    }

    visible: block.source !== null
    width: (body.item as Item)?.width ?? 0
    height: (body.item as Item)?.height ?? 0
    onActiveFocusChanged: {
        if (block.activeFocus)
            block.reached();
    }

    Loader {
        id: body
        sourceComponent: block.pressed ? button : block.code ? square : block.label ? paragraph : null
    }
    Component {
        id: paragraph

        SpokenText {
            printed: true
            width: block.room
            text: block.label?.text ?? ""
            place: block.told?.place ?? ""
            language: block.told?.language ?? ""
            spoken: block.told?.spoken ?? null
            onNight: block.onNight
            color: block.onNight ? Theme.nightInk : Theme.ink
            lineHeight: Theme.lineHeight
            font.pixelSize: block.letters * (block.heading ? 1.25 : 1)
            font.weight: block.heading ? Font.Bold : Font.Medium
            // As it stands on the screen, whichever way that was mirrored; what stood in the middle begins where one reads from.
            LayoutMirroring.enabled: false
            horizontalAlignment: block.label?.effectiveHorizontalAlignment === Text.AlignHCenter ? block.begins : block.label?.effectiveHorizontalAlignment ?? block.begins
            Accessible.role: block.heading ? Accessible.Heading : Accessible.StaticText
        }
    }
    Component {
        id: button

        Pressable {
            id: control

            readonly property bool urgent: Qt.colorEqual(block.pressed?.ground ?? "transparent", Theme.alarm)
            readonly property bool dark: block.onNight || control.urgent || control.checked

            printed: true
            focus: true
            text: block.pressed?.text ?? ""
            enabled: block.pressed?.enabled ?? false
            checked: block.pressed?.checked ?? false
            choosable: block.pressed?.choosable ?? false
            // Short ones stand beside one another.
            width: said.implicitWidth + 2 * padding < block.room * 0.6 ? Math.max(Theme.target, said.implicitWidth + 2 * padding) : block.room
            height: Math.max(Theme.target, said.contentHeight + 2 * padding)
            padding: Theme.gap
            opacity: enabled ? 1 : 0.5
            ground: control.urgent ? Theme.alarm : control.checked ? Theme.emerald : block.onNight ? Theme.night : Theme.surface
            groundPressed: control.urgent ? Theme.alarmPressed : control.dark ? Theme.nightPressed : Theme.surfacePressed
            edge: control.dark ? Theme.nightInk : Theme.ink
            Accessible.role: block.pressed?.Accessible.role ?? Accessible.Button
            Accessible.name: block.pressed?.Accessible.name ?? ""
            Accessible.description: block.pressed?.Accessible.description ?? ""
            onClicked: block.pressed.clicked()

            contentItem: Item {
                AppText {
                    id: said
                    anchors.centerIn: parent
                    width: Math.min(implicitWidth, block.room - 2 * control.padding)
                    text: block.pressed ? (control.checked ? "\u2713 " : "") + block.saying() : ""
                    color: control.dark ? Theme.nightInk : Theme.ink
                    lineHeight: 1
                    font.pixelSize: block.letters
                    font.weight: Font.DemiBold
                    horizontalAlignment: Text.AlignHCenter
                    Accessible.ignored: true
                }
            }
        }
    }
    Component {
        id: square

        Rectangle {
            width: Math.min(block.room, block.most)
            height: width
            color: "white"

            QrCode {
                anchors.fill: parent
                anchors.margins: Theme.gapSmall
                payload: block.code?.payload ?? ""
                Accessible.role: Accessible.Graphic
                Accessible.name: block.code?.Accessible.name ?? ""
                Accessible.description: block.code?.Accessible.description ?? ""
            }
        }
    }
}
