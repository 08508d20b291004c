import QtQuick
import Kiosk.Theme
import Kiosk.Values

// A number to call on a page; one that the page begins with stands out.
Rectangle {
    id: number

    required property PageBlock block
    required property int index
    required property Lit spoken
    readonly property bool first: number.index === 0

    implicitHeight: face.height + 2 * Theme.gap
    radius: Theme.radius
    color: number.first ? Theme.alarm : Theme.surface
    border.width: Theme.border
    border.color: number.first ? Theme.alarm : Theme.hairline

    NumberFace {
        id: face
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.gapLarge
        anchors.verticalCenter: parent.verticalCenter
        height: implicitHeight
        first: number.first
        number: number.block.labels[0].text
        language: number.block.labels[0].language
        place: number.index + ".label"
        spoken: number.spoken
        onNight: number.first

        Sides {
            width: parent.width
            model: number.block.sides
            place: number.index + ".text"
            spoken: number.spoken
            onNight: number.first
            weight: Font.DemiBold
            ink: number.first ? Theme.nightInk : Theme.ink
            lineHeight: 1
        }
    }
}
