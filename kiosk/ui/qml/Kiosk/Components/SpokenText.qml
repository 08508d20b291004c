pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Values

// A text that lights up while it is read aloud: the sentence, and in it the word.
AppText {
    id: label

    property string place: ""
    property string language: ""
    property Lit spoken: null
    property bool onNight: false
    readonly property bool lit: label.language !== "" && label.spoken !== null && label.spoken.language === label.language && label.spoken.place === label.place

    Loader {
        x: label.leftPadding
        z: -1
        width: label.width - label.leftPadding - label.rightPadding
        y: label.topPadding
        height: label.height - label.topPadding - label.bottomPadding
        active: label.lit
        sourceComponent: SpokenMark {
            text: label.text
            font: label.font
            lineHeight: label.lineHeight
            alignment: label.effectiveHorizontalAlignment
            start: label.spoken.start
            end: label.spoken.end
            wordStart: label.spoken.wordStart
            wordEnd: label.spoken.wordEnd
            ground: label.onNight ? Theme.nightSpoken : Theme.spoken
            wordGround: label.onNight ? Theme.nightSpokenWord : Theme.spokenWord
            bar: label.onNight ? Theme.nightSpokenBar : Theme.spokenBar
        }
    }
}
