import QtQuick
import Kiosk.Theme

// Plain text in the house type; one paragraph each, so that its own direction holds.
Text {
    id: label

    // Stands among what is printed large: what it was read from says nothing more.
    property bool printed: false

    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    color: Theme.ink
    lineHeight: Theme.lineHeight
    horizontalAlignment: Text.AlignLeft
    font.family: Theme.family
    font.pixelSize: Theme.body
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: Theme.printed && !label.printed
}
