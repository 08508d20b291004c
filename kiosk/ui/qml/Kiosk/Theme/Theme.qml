pragma Singleton

import QtQuick

// The one place for colour, type, space, elevation and motion. Lengths are layout units: at least a millimetre each.
QtObject {
    id: theme

    // Set once by the shell from the configured panel.
    property real unit: 4
    property var glyphs: null
    property bool motion: true
    property real type: 1

    function size(units: real): real { return Math.round(units * theme.unit); }
    function accent(index: int): color { return theme.accents[Math.max(0, index) % theme.accents.length]; }
    // A colour laid thinly on the surface: 0 is the surface, 1 the colour.
    function wash(ink: color, part: real): color {
        const ground = theme.surface;
        return Qt.rgba(ground.r + (ink.r - ground.r) * part, ground.g + (ink.g - ground.g) * part, ground.b + (ink.b - ground.b) * part, 1);
    }
    // A sentence whose last line is no single word, and whose figures stay with what they count.
    function tied(text: string): string {
        const counted = text.replace(/(\d) (?=[a-z\u00e0-\u00ff\u0600-\u06ff])/gi, "$1\u00a0").replace(/(^|[ (])(le|au|du|de|à|n°|no|to|of) (?=\d)/gi, "$1$2\u00a0");
        const last = counted.lastIndexOf(" ");
        const short = text.length < 30 || text.length - last > 10;
        return short || last < 0 ? counted : counted.slice(0, last) + "\u00a0" + counted.slice(last + 1);
    }
    function glyph(name: string): string { return theme.glyphs?.of(name) ?? ""; }

    // Colour: text on its ground is at least 7:1 (WCAG 1.4.6), 4.5:1 under a finger; marks and edges are at least 3:1 (1.4.11).
    readonly property color paper: "#f7f3ea"
    readonly property color surface: "#fffdf8"
    readonly property color surfacePressed: "#e9e3d3"
    readonly property color ink: "#12262b"
    readonly property color inkSoft: "#3c4f52"
    readonly property color line: "#857f6f"
    readonly property color hairline: "#dcd5c4"
    readonly property color night: "#0d3338"
    readonly property color nightDeep: "#082327"
    readonly property color nightPressed: "#1c4a50"
    readonly property color nightInk: "#fbf7ec"
    readonly property color nightInkSoft: "#cfdcd6"
    readonly property color nightLine: "#5f8a8e"
    readonly property color nightPattern: "#1b474c"
    readonly property color nightDeepPattern: "#12393d"
    readonly property color emerald: "#0f5a4a"
    readonly property color emeraldPattern: "#125e4d"
    readonly property color emeraldWash: "#e3efe8"
    readonly property color saffron: "#e0a43a"
    readonly property color saffronWash: "#fbefd3"
    readonly property color saffronInk: "#5c3d05"
    readonly property color alarm: "#96151c"
    readonly property color alarmPressed: "#6f0d13"
    readonly property color alarmPattern: "#9f2026"
    // The ring around what has the focus, and the one inside it: one of them is seen on every ground.
    readonly property color focus: theme.night
    readonly property color focusInner: theme.nightInk
    // Ground of the sentence that is read aloud, of its word, and the bar under the word.
    readonly property color spoken: "#fbeeca"
    readonly property color spokenWord: theme.surface
    readonly property color spokenBar: theme.emerald
    readonly property color nightSpoken: theme.nightPressed
    readonly property color nightSpokenWord: theme.nightDeep
    readonly property color nightSpokenBar: theme.saffron
    readonly property list<color> accents: ["#0f5a4a", "#1c4f86", "#7a3b12", "#5a3577", "#8a1f3d", "#3d5a17"]

    // Type: a ladder whose steps are about 1.4 apart. Capitals of the body are 4.8 mm high (Section 508, 402.4); Arabic needs the taller lines.
    readonly property string family: "IBM Plex Sans Arabic"
    readonly property string latinFamily: "IBM Plex Sans"
    // Arabic titles: a Kufi whose weight is set by its axis.
    readonly property string kufi: "Noto Kufi Arabic"
    readonly property var kufiAxes: ({"wght": 720})
    readonly property real caption: size(4.8 * type)
    readonly property real body: size(6.8 * type)
    readonly property real lead: size(9.4 * type)
    readonly property real head: size(13)
    readonly property real title: size(18)
    readonly property real display: size(26)
    readonly property real numeral: size(38)
    readonly property real lineHeight: 1.1
    // Sizes between the steps, until the screens that ask for them have moved to the ladder.
    readonly property real titleSize: size(10.5)
    readonly property real heading: size(8 * type)
    readonly property real label: size(5.6 * type)

    // Zones: how much of the height the scene takes on a tall panel, what is done at least, and how much of the width the scene takes on a wide one.
    readonly property real sceneShare: 0.38
    readonly property real doingShare: 0.28
    readonly property real sideShare: 0.36

    // Space and shape.
    readonly property real target: size(16)
    readonly property real gap: size(4)
    readonly property real gapSmall: size(2)
    readonly property real gapLarge: size(8)
    readonly property real margin: size(10)
    readonly property real radius: size(3.5)
    readonly property real border: Math.max(1, size(0.35))
    readonly property real lift: size(1)
    readonly property real readingWidth: size(290)

    // Motion: under 200 ms, and none at all when turned off.
    readonly property int quick: motion ? 90 : 0
    readonly property int calm: motion ? 180 : 0
    readonly property int attractStep: 6000
}
