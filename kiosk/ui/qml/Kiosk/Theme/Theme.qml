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
    // Of three colours the first is the day's; the second has two fifths of its light, for a hall at night; the third is told apart by everybody.
    property bool evening: false
    property bool contrast: false
    // The least size of letters in pixels, where a visitor asked for large ones; else none.
    property real least: 0
    // One thing at a time.
    property bool single: false
    // In letters of the usual size: where what everybody reaches has no room for whole screens.
    property bool parted: false
    readonly property bool printed: theme.least > 0 || theme.single || theme.parted

    function size(units: real): real { return Math.round(units * theme.unit); }
    function accent(index: int): color { return theme.accents[Math.max(0, index) % theme.accents.length]; }
    function hue(day: string, evening: string, strong: string): string { return theme.contrast ? strong : theme.evening ? evening : day; }
    // A colour laid thinly on the surface: 0 is the surface, 1 the colour.
    function wash(ink: color, part: real): color {
        const ground = theme.surface;
        if (theme.contrast)
            return ground;
        return Qt.rgba(ground.r + (ink.r - ground.r) * part, ground.g + (ink.g - ground.g) * part, ground.b + (ink.b - ground.b) * part, 1);
    }
    // A sentence whose last line is no single word, and whose figures stay with what they count.
    function tied(text: string): string {
        const counted = text.replace(/(\d) (?=[a-z\u00e0-\u00ff\u0600-\u06ff])/gi, "$1\u00a0").replace(/(^|[ (])(le|au|du|de|à|n°|no|to|of) (?=\d)/gi, "$1$2\u00a0");
        const last = counted.lastIndexOf(" ");
        const short = text.length < 30 || text.length - last > 10;
        return short || last < 0 ? counted : counted.slice(0, last) + "\u00a0" + counted.slice(last + 1);
    }
    // An item's own colour in the light of the hour.
    function own(colour: color): color { return theme.evening || theme.contrast ? Qt.darker(colour, 2.4) : colour; }
    function glyph(name: string): string { return theme.glyphs?.of(name) ?? ""; }

    // Colour: text on its ground is at least 7:1 (WCAG 1.4.6), 4.5:1 under a finger; marks and edges are at least 3:1 (1.4.11).
    readonly property color paper: theme.hue("#f7f3ea", "#b3ab98", "#ffffff")
    readonly property color surface: theme.hue("#fffdf8", "#bab29f", "#ffffff")
    readonly property color surfacePressed: theme.hue("#e9e3d3", "#a59c87", "#e6e6e6")
    readonly property color ink: theme.hue("#12262b", "#06110f", "#000000")
    readonly property color inkSoft: theme.hue("#3c4f52", "#0f1f22", "#141414")
    readonly property color line: theme.hue("#857f6f", "#575144", "#000000")
    readonly property color hairline: theme.hue("#dcd5c4", "#9c947f", "#6b6b6b")
    readonly property color night: theme.hue("#0d3338", "#0a282c", "#000000")
    readonly property color nightDeep: theme.hue("#082327", "#061a1d", "#000000")
    readonly property color nightPressed: theme.hue("#1c4a50", "#123539", "#333333")
    readonly property color nightInk: theme.hue("#fbf7ec", "#d2cbb9", "#ffffff")
    readonly property color nightInkSoft: theme.hue("#cfdcd6", "#bccac3", "#ffffff")
    readonly property color nightLine: theme.hue("#5f8a8e", "#57807f", "#ffffff")
    readonly property color nightPattern: theme.hue("#1b474c", "#113236", "#000000")
    readonly property color nightDeepPattern: theme.hue("#12393d", "#0b262a", "#000000")
    readonly property color emerald: theme.hue("#0f5a4a", "#04251d", "#00382b")
    readonly property color emeraldPattern: theme.hue("#125e4d", "#062b22", "#00382b")
    readonly property color emeraldWash: theme.hue("#e3efe8", "#a3b5a7", "#ffffff")
    readonly property color saffron: theme.hue("#e0a43a", "#d29a38", "#ffd21f")
    readonly property color saffronWash: theme.hue("#fbefd3", "#c4b184", "#ffffff")
    readonly property color saffronInk: theme.hue("#5c3d05", "#271902", "#332200")
    readonly property color alarm: theme.hue("#96151c", "#450206", "#6e0007")
    readonly property color alarmPressed: theme.hue("#6f0d13", "#330104", "#470004")
    readonly property color alarmPattern: theme.hue("#9f2026", "#4d0409", "#6e0007")
    // The ring around what has the focus, and the one inside it: one of them is seen on every ground.
    readonly property color focus: theme.night
    readonly property color focusInner: theme.nightInk
    // Ground of the sentence that is read aloud, of its word, and the bar under the word.
    readonly property color spoken: theme.hue("#fbeeca", "#c9b887", "#ffe98a")
    readonly property color spokenWord: theme.surface
    readonly property color spokenBar: theme.emerald
    readonly property color nightSpoken: theme.nightPressed
    readonly property color nightSpokenWord: theme.nightDeep
    readonly property color nightSpokenBar: theme.saffron
    readonly property list<color> accents: theme.evening || theme.contrast ? ["#06251e", "#0c2138", "#341908", "#2a1938", "#3f0e1c", "#182309"] : ["#0f5a4a", "#1c4f86", "#7a3b12", "#5a3577", "#8a1f3d", "#3d5a17"]

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

    // Motion: under 250 ms, and none at all when turned off.
    readonly property int calm: motion ? 180 : 0
    readonly property int page: motion ? 220 : 0

    // The attract loop: zellige in the colours of crosses, hearts, tips, buds, straps and their rims; and what is seen through the arch.
    readonly property int attractPause: 1200
    readonly property int attractRest: 20000
    readonly property string zellige: [night, accents[0], accents[1], saffron, nightInk, nightDeep].join("/")
    readonly property string zelligeOfChildren: [accents[3], accents[4], saffron, nightInk, nightInk, nightDeep].join("/")
    readonly property string zelligeAsleep: [nightDeep, night, nightDeep, nightPattern, nightPattern, nightDeep].join("/")
    readonly property color sand: "#ecd2a0"
    readonly property color clay: "#c98f4a"
    readonly property string town: [saffronWash, saffron, sand, clay].join("/")
}
