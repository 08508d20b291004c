pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Values

// One text in one language, or in two side by side: each in its own direction and half of the page.
Row {
    id: sides

    required property list<var> model
    property real pixelSize: Theme.body
    property int weight: Font.Normal
    property color ink: Theme.ink
    property real lineHeight: Theme.lineHeight
    property bool heading: false
    property string place: ""
    property Lit spoken: null
    property bool onNight: false

    spacing: Theme.gapLarge
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Repeater {
        model: sides.model

        SpokenText {
            required property Side modelData

            width: (sides.width - (sides.model.length - 1) * sides.spacing) / sides.model.length
            text: Theme.tied(modelData.text)
            Accessible.name: modelData.text
            place: sides.place
            language: modelData.language
            spoken: sides.spoken
            onNight: sides.onNight
            horizontalAlignment: modelData.rightToLeft ? Text.AlignRight : Text.AlignLeft
            color: sides.ink
            lineHeight: sides.lineHeight
            font.pixelSize: sides.pixelSize
            font.weight: sides.weight
            Accessible.role: sides.heading ? Accessible.Heading : Accessible.StaticText
        }
    }
}
