import QtQuick
import Kiosk.Theme

// One glyph of the icon font. Those that point along the line of reading are mirrored with it.
Text {
    id: icon

    required property string name
    property real size: Theme.size(9)
    property bool directional: false
    property bool mirror: false

    text: Theme.glyph(name)
    color: Theme.ink
    width: size
    height: size
    font.family: "Phosphor"
    font.pixelSize: size
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    Accessible.ignored: true

    transform: Scale {
        origin.x: icon.width / 2
        xScale: icon.directional && icon.mirror ? -1 : 1
    }
}
