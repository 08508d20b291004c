pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Values

// To somebody who is in danger: an officer from here, the numbers large with who answers, and the page that helps.
Column {
    id: panel

    required property Words words
    required property list<var> rows
    required property bool child
    required property bool mirror
    readonly property list<var> numbers: panel.rows.filter(row => row.card.identifier.startsWith("emergency:"))
    readonly property list<var> here: panel.rows.filter(row => row.card.identifier === "screen:CallStaff")
    readonly property list<var> pages: panel.rows.filter(row => !panel.numbers.includes(row) && !panel.here.includes(row))
    signal opened(identifier: string)

    spacing: Theme.gapSmall

    component Row: CardRow {
        required property Hit modelData

        width: panel.width
        text: modelData.card.name
        summary: modelData.card.summary
        iconName: modelData.card.icon
        mirror: panel.mirror
        padding: Theme.gapSmall
        onClicked: panel.opened(modelData.card.identifier)
    }

    AppText {
        width: parent.width
        text: panel.child ? panel.words.call_staff_child : panel.words.maybe_danger
        color: Theme.alarm
        lineHeight: 1
        font.pixelSize: Theme.lead
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
    }
    Repeater {
        model: panel.here
        delegate: Row {
            edge: Theme.alarm
            accent: Theme.alarm
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.gapSmall

        Repeater {
            model: panel.numbers

            Pressable {
                id: number

                required property Hit modelData
                required property int index
                readonly property bool first: index === 0
                readonly property bool whole: first || (panel.numbers.length % 2 === 0 && index === panel.numbers.length - 1)
                // "19 · in towns", as the content has it
                readonly property list<string> parts: modelData.card.summary.split(" · ")

                width: whole ? panel.width : Math.floor((panel.width - Theme.gapSmall) / 2)
                text: modelData.card.name
                Accessible.description: modelData.card.summary
                ground: first ? Theme.alarm : Theme.surface
                groundPressed: first ? Theme.alarmPressed : Theme.surfacePressed
                raised: true
                padding: Theme.gapSmall
                onClicked: panel.opened(modelData.card.identifier)

                contentItem: Item {
                    implicitHeight: Math.max(figure.height, texts.height, Theme.size(22))

                    AppText {
                        id: figure
                        anchors.left: parent.left
                        anchors.leftMargin: Theme.gapSmall
                        anchors.verticalCenter: parent.verticalCenter
                        text: number.parts[0]
                        color: number.first ? Theme.nightInk : Theme.alarm
                        wrapMode: Text.NoWrap
                        lineHeight: 1
                        font.weight: Font.Bold
                        font.pixelSize: number.first ? Theme.display : Theme.title
                        Accessible.ignored: true
                    }
                    Column {
                        id: texts
                        anchors.left: figure.right
                        anchors.right: parent.right
                        anchors.leftMargin: Theme.gap
                        anchors.verticalCenter: parent.verticalCenter

                        AppText {
                            width: parent.width
                            text: number.text
                            color: number.first ? Theme.nightInk : Theme.ink
                            lineHeight: 1
                            font.weight: Font.DemiBold
                            font.pixelSize: number.first ? Theme.lead : Theme.body
                            Accessible.ignored: true
                        }
                        AppText {
                            width: parent.width
                            text: number.parts.slice(1).join(" · ")
                            color: number.first ? Theme.nightInk : Theme.inkSoft
                            lineHeight: 1
                            font.pixelSize: number.first ? Theme.body : Theme.caption
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }
    Repeater {
        model: panel.pages
        delegate: Row {}
    }
}
