pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// One box, its keyboard within reach, and the answers while typing: below the box, on a wide panel beside the keyboard.
Item {
    id: screen

    required property ShellViewModel shell
    required property SearchViewModel search
    readonly property Words words: screen.shell.words
    readonly property bool wide: width > height
    readonly property real keysWidth: wide ? Theme.size(188) : Math.min(width - 2 * Theme.gapSmall, Theme.size(240))

    // A keyboard with a cable, or a key pad, writes at once.
    function takeFocus(): void {
        if (screen.visible)
            input.forceActiveFocus();
    }

    onVisibleChanged: takeFocus()
    Component.onCompleted: takeFocus()

    Rectangle {
        id: top
        width: parent.width
        height: box.height + 2 * Theme.gap
        color: Theme.night
    }
    Rectangle {
        id: box
        anchors.verticalCenter: top.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        height: Theme.size(18)
        radius: Theme.radius
        color: Theme.surface
        border.color: Theme.saffron
        border.width: Theme.size(0.6)

        Icon {
            id: sign
            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            name: "magnifying-glass"
        }
        TextInput {
            id: input
            anchors.left: sign.right
            anchors.right: parent.right
            anchors.margins: Theme.gap
            height: parent.height
            verticalAlignment: TextInput.AlignVCenter
            horizontalAlignment: TextInput.AlignLeft
            text: screen.search.query
            color: Theme.ink
            clip: true
            selectByMouse: false
            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
            font.family: Theme.family
            font.pixelSize: Theme.lead
            cursorDelegate: Rectangle {
                width: Theme.size(0.6)
                color: Theme.emerald
            }
            Accessible.role: Accessible.EditableText
            Accessible.name: screen.words.search_prompt
            onTextEdited: screen.search.write(text)
        }
        AppText {
            visible: input.text === ""
            anchors.left: input.left
            anchors.leftMargin: Theme.gapSmall
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            text: screen.words.search_prompt
            color: Theme.inkSoft
            maximumLineCount: 1
            elide: Text.ElideRight
            lineHeight: 1
            Accessible.ignored: true
        }
    }
    DangerStrip {
        id: strip
        anchors.top: top.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        margin: results.margin
        words: screen.words
        rows: screen.search.maybe
        onOpened: identifier => screen.shell.open(identifier)
    }
    SearchResults {
        id: results
        anchors.top: strip.bottom
        anchors.bottom: screen.wide ? parent.bottom : keys.top
        anchors.left: parent.left
        anchors.right: screen.wide ? keys.left : parent.right
        anchors.bottomMargin: screen.wide ? 0 : Theme.gapSmall
        margin: Theme.margin
        words: screen.words
        rows: screen.search.rows
        instead: screen.search.instead
        nearest: screen.search.nearest
        nothing: screen.search.nothing
        elsewhere: screen.search.elsewhere
        crisis: screen.search.crisis
        mirror: screen.shell.rightToLeft
        onOpened: identifier => screen.shell.open(identifier)
        onTaken: word => screen.search.write(word)
    }
    // Where nothing is found yet, the ground of the house.
    Scene {
        visible: screen.wide || (screen.search.rows.length === 0 && screen.search.query === "")
        x: screen.wide ? keys.x : 0
        y: screen.wide ? strip.y + strip.height : top.height + Theme.size(58)
        width: screen.wide ? keys.width : screen.width
        height: keys.y - Theme.gapSmall - y
        iconName: "magnifying-glass"
        source: screen.shell.drawing("step_ask")
    }
    Keyboard {
        id: keys
        // No anchor for its side: two of them for a moment, while the panel turns, would set its width for good.
        x: !screen.wide ? (parent.width - width) / 2 : screen.shell.rightToLeft ? Theme.gapSmall : parent.width - width - Theme.gapSmall
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gapSmall
        width: screen.keysWidth
        rows: screen.search.keys
        alphabets: screen.search.alphabets
        alphabet: screen.search.layout
        spaceName: screen.words.key_space
        eraseName: screen.words.key_erase
        clearName: screen.words.key_clear
        onPressed: key => screen.search.press(key)
        onErased: screen.search.erase()
        onCleared: screen.search.clear()
        onAlphabetChosen: tag => screen.search.chooseLayout(tag)
    }
}
