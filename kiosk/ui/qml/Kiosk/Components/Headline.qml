import QtQuick
import Kiosk.Theme

// A title: the largest of its steps at which no word is broken and its lines are few; Arabic in the Kufi.
SpokenText {
    id: title

    property list<real> steps: [Theme.title, Theme.head, Theme.lead]
    property int lines: 2
    property real tall: Infinity
    property real room: width
    readonly property bool arabic: /[\u0600-\u06ff]/.test(title.text)
    // The weight of an axis is wider than what is measured.
    readonly property real wider: title.arabic ? 0.0112 : 0.0102
    readonly property real whole: measure.advanceWidth(title.text) * title.wider
    readonly property real longest: Math.max(0, ...title.text.split(" ").map(word => measure.advanceWidth(word))) * title.wider
    // Lines are never quite full: a word that finds no place leaves its room empty.
    readonly property real step: title.steps.find(size => title.fits(size)) ?? title.steps[title.steps.length - 1]
    // The fonts keep room for marks that titles do not have.
    property real over: title.arabic ? 0.24 : 0.16
    property real under: title.arabic ? 0.3 : 0.12

    function fits(size: real): bool {
        const full = size * title.whole / title.room;
        const needed = full <= 1 ? 1 : Math.ceil(full + 0.35);
        return size * title.longest <= title.room && needed <= title.lines && needed * size * (title.arabic ? 1.45 : 1.2) <= title.tall;
    }

    wrapMode: Text.WordWrap
    lineHeight: title.arabic ? 0.78 : 0.8
    font.family: title.arabic ? Theme.kufi : Theme.family
    font.variableAxes: title.arabic ? Theme.kufiAxes : ({})
    font.weight: title.arabic ? Font.Normal : Font.Bold
    font.pixelSize: title.step
    Accessible.role: Accessible.Heading
    topPadding: -Math.round(title.over * title.step)
    bottomPadding: -Math.round(title.under * title.step)

    FontMetrics {
        id: measure
        font.family: title.font.family
        font.variableAxes: title.font.variableAxes
        font.weight: title.font.weight
        font.pixelSize: 100
    }
}
