import QtQuick
import Kiosk.Theme
import Kiosk.Values

// A number to call on a page, as large as there is room for; one that the page begins with stands out.
// On a wide panel, which is low, what it is stands beside each number, so that the way to an officer is in sight below them.
Rectangle {
    id: number

    required property PageBlock block
    required property int index
    required property Lit spoken
    readonly property bool first: number.index === 0
    readonly property bool low: number.Window.width > number.Window.height
    readonly property bool beside: number.first || number.low
    readonly property real margin: number.low && !number.first ? Theme.gap : Theme.gapLarge
    readonly property color ink: number.first ? Theme.nightInk : Theme.ink

    implicitHeight: number.beside ? Math.max(figure.height, said.height) + Theme.gap : figure.height + said.height + 2 * Theme.gap
    radius: Theme.radius
    color: number.first ? Theme.alarm : Theme.surface
    border.width: Theme.border
    border.color: number.first ? Theme.alarm : Theme.hairline

    Headline {
        id: figure
        anchors.left: parent.left
        anchors.leftMargin: number.margin
        y: number.beside ? (parent.height - height) / 2 : Theme.gap
        width: number.beside ? Math.round(parent.width * (number.first ? 0.45 : 0.38)) : parent.width - 2 * number.margin
        text: number.block.labels[0].text
        language: number.block.labels[0].language
        place: number.index + ".label"
        spoken: number.spoken
        onNight: number.first
        steps: number.low ? number.first ? [Theme.display] : [Theme.size(16), Theme.head] : number.first ? [Theme.size(54), Theme.numeral, Theme.display] : [Theme.display, Theme.title]
        lines: 1
        wrapMode: Text.NoWrap
        font.family: Theme.family
        font.variableAxes: ({})
        font.weight: Font.Bold
        color: number.first ? Theme.nightInk : Theme.alarm
        Accessible.role: Accessible.StaticText
    }
    Item {
        id: said
        // Close to its number.
        readonly property real beside: number.margin + (number.beside ? Math.ceil(figure.contentWidth) + number.margin : 0)

        anchors.left: parent.left
        anchors.leftMargin: said.beside
        y: number.beside ? (parent.height - height) / 2 : figure.y + figure.height
        width: parent.width - said.beside - number.margin
        height: what.height

        Sides {
            id: what
            width: parent.width
            model: number.block.sides
            place: number.index + ".text"
            spoken: number.spoken
            onNight: number.first
            weight: Font.DemiBold
            pixelSize: number.first && model.length === 1 ? Theme.lead : Theme.body
            ink: number.ink
            lineHeight: 0.95
        }
    }
}
