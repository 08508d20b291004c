pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Values

// What was found, by kind; a word of the glossary is its own answer. When nothing was: the nearest words, and whom to ask.
Item {
    id: results

    property real margin: Theme.margin
    required property Words words
    required property list<var> rows
    required property string instead
    required property list<string> nearest
    required property bool nothing
    // It is about something that is none of the police.
    required property bool elsewhere
    required property bool mirror
    // Which danger the visitor tells of; empty for none.
    required property string crisis
    // Of a danger: the numbers, the page and an officer, with what is found that leads to an officer too; first in the rows.
    readonly property list<var> urgent: crisis === "" ? [] : results.rows.filter((row, place) => place <= results.lastHelp || row.card.identifier === results.officer)
    readonly property int lastHelp: results.rows.findIndex(row => row.card.identifier === results.officer)
    readonly property string officer: "screen:CallStaff"
    signal opened(identifier: string)
    signal taken(word: string)

    // Whether a row stands above already, in the panel of a danger.
    function stands(row: Hit): bool {
        return results.urgent.some(one => one.card.identifier === row?.card.identifier);
    }

    ListView {
        id: list
        anchors.fill: parent
        anchors.leftMargin: results.margin
        anchors.rightMargin: arrows.needed ? arrows.width + 2 * Theme.gapSmall : results.margin
        bottomMargin: Theme.gap
        spacing: Theme.gapSmall
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        cacheBuffer: 0
        model: results.rows.slice(results.crisis === "" ? 0 : results.lastHelp + 1)
        onModelChanged: Qt.callLater(positionViewAtBeginning)

        header: Column {
            width: list.width
            topPadding: Theme.gap
            spacing: Theme.gap
            onHeightChanged: Qt.callLater(list.positionViewAtBeginning)

            DangerPanel {
                visible: results.urgent.length > 0
                width: parent.width
                words: results.words
                rows: results.urgent
                child: ["missing_child", "child_alone"].includes(results.crisis)
                mirror: results.mirror
                onOpened: identifier => results.opened(identifier)
            }
            AppText {
                visible: text !== ""
                width: parent.width
                text: {
                    if (results.elsewhere)
                        return results.words.search_elsewhere;
                    if (results.nothing)
                        return results.words.search_nothing;
                    if (results.instead !== "")
                        return results.words.search_instead.replace("{words}", results.instead);
                    return results.rows.length === 0 ? results.words.search_hint : "";
                }
                color: Theme.inkSoft
                lineHeight: 1
                font.pixelSize: Theme.lead
            }
            AppText {
                visible: results.nearest.length > 0
                width: parent.width
                text: results.words.search_nearest
                lineHeight: 1
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }
            Flow {
                width: parent.width
                spacing: Theme.gapSmall

                Repeater {
                    model: results.nearest

                    Chip {
                        required property string modelData

                        text: modelData
                        choosable: false
                        Accessible.role: Accessible.Button
                        onClicked: results.taken(modelData)
                    }
                }
            }
        }
        delegate: Column {
            id: row

            required property Hit modelData // null once other hits have come, until the next frame is laid out
            required property int index
            readonly property bool twice: results.stands(modelData)
            readonly property Hit next: list.model[index + 1] ?? null

            width: list.width
            spacing: Theme.gapSmall

            AppText {
                visible: text !== "" && (!row.twice || row.next?.heading === "")
                width: parent.width
                topPadding: Theme.gapSmall
                text: row.modelData?.heading ?? ""
                color: Theme.emerald
                lineHeight: 1
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }
            Loader {
                visible: !row.twice
                width: parent.width
                active: visible
                sourceComponent: row.modelData?.opens ?? true ? card : term
            }
            Component {
                id: card

                CardRow {
                    text: row.modelData?.card.name ?? ""
                    summary: row.modelData?.card.summary ?? ""
                    iconName: row.modelData?.card.icon ?? ""
                    mirror: results.mirror
                    onClicked: results.opened(row.modelData.card.identifier)
                }
            }
            Component {
                id: term

                Column {
                    bottomPadding: Theme.gapSmall

                    AppText {
                        width: parent.width
                        text: row.modelData?.card.name ?? ""
                        lineHeight: 1
                        font.weight: Font.DemiBold
                    }
                    AppText {
                        width: parent.width
                        text: row.modelData?.card.summary ?? ""
                        color: Theme.inkSoft
                        lineHeight: 1
                        font.pixelSize: Theme.body
                    }
                }
            }
        }
    }
    ScrollButtons {
        id: arrows
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gapSmall
        flickable: list
        upName: results.words.scroll_up
        downName: results.words.scroll_down
    }
}
