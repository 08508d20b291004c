import QtQuick
import Kiosk.Theme
import Kiosk.Values

// A number to call on a page, as large as there is room for; one that the page begins with stands out.
Rectangle {
    id: number

    required property PageBlock block
    required property int index
    required property Lit spoken
    readonly property bool first: number.index === 0
    readonly property color ink: number.first ? Theme.nightInk : Theme.ink

    implicitHeight: number.first ? Math.max(figure.height, said.height) + Theme.gap : figure.height + said.height + 2 * Theme.gap
    radius: Theme.radius
    color: number.first ? Theme.alarm : Theme.surface
    border.width: Theme.border
    border.color: number.first ? Theme.alarm : Theme.hairline

    Headline {
        id: figure
        anchors.left: parent.left
        anchors.leftMargin: Theme.gapLarge
        y: number.first ? (parent.height - height) / 2 : Theme.gap
        width: number.first ? Math.round(parent.width * 0.45) : parent.width - 2 * Theme.gapLarge
        text: number.block.labels[0].text
        language: number.block.labels[0].language
        place: number.index + ".label"
        spoken: number.spoken
        onNight: number.first
        steps: number.first ? [Theme.size(54), Theme.numeral, Theme.display] : [Theme.display, Theme.title]
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
        readonly property real beside: Theme.gapLarge + (number.first ? Math.ceil(figure.contentWidth) + Theme.gapLarge : 0)

        anchors.left: parent.left
        anchors.leftMargin: said.beside
        y: number.first ? (parent.height - height) / 2 : figure.y + figure.height
        width: parent.width - said.beside - Theme.gapLarge
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
