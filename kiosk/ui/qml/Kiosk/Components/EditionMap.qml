pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Values

// The country, and on it a circle for each edition, as large as many came.
Item {
    id: map

    required property list<var> editions
    required property real ratio
    required property int most
    readonly property real largest: Math.min(Theme.size(30), height * 0.2)
    signal opened(identifier: string)

    function size(edition: EditionRow): real {
        return Math.max(Theme.size(4), map.largest * Math.sqrt(edition.visitors / map.most));
    }
    // How far below the middle of its circle a year is seen whole: smaller circles lie over larger ones.
    function free(edition: EditionRow, width: real, height: real): real {
        const over = map.editions.filter(other => other.x >= 0 && other.visitors < edition.visitors);
        const hidden = offset => over.some(other => {
            const across = Math.abs(other.x - edition.x) * country.width - width / 2;
            const down = Math.abs((other.y - edition.y) * country.height - offset) - height / 2;
            return Math.hypot(Math.max(0, across), Math.max(0, down)) < map.size(other) / 2;
        });
        const room = (map.size(edition) - height) / 2;
        return [0, 0.2, -0.2, 0.4, -0.4, 0.6, -0.6, 0.8, -0.8].map(share => share * room).find(offset => !hidden(offset)) ?? 0;
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.wash(Theme.accents[1], 0.12)
    }
    Image {
        id: country
        anchors.centerIn: parent
        // Room for a circle on the edge.
        height: Math.round(Math.min(parent.height, parent.width / map.ratio) - map.largest)
        width: Math.round(height * map.ratio)
        source: height > 0 ? "image://drawn/country/" + Theme.wash(Theme.emerald, 0.4) : ""
        sourceSize: Qt.size(width, height)

        Repeater {
            model: map.editions

            Rectangle {
                id: circle

                required property EditionRow modelData

                visible: modelData.x >= 0
                x: modelData.x * country.width - width / 2
                y: modelData.y * country.height - height / 2
                // The smaller ones lie over the larger ones.
                z: map.most - modelData.visitors
                width: map.size(modelData)
                height: width
                radius: width / 2
                color: modelData.visitors === map.most ? Theme.saffron : Theme.night
                border.width: Theme.border
                border.color: Theme.surface

                AppText {
                    id: year
                    visible: circle.width > implicitWidth + Theme.size(2)
                    anchors.centerIn: parent
                    anchors.verticalCenterOffset: map.free(circle.modelData, year.implicitWidth, year.font.pixelSize)
                    text: circle.modelData.year
                    color: circle.modelData.visitors === map.most ? Theme.nightDeep : Theme.nightInk
                    wrapMode: Text.NoWrap
                    lineHeight: 1
                    font.weight: Font.Bold
                    font.pixelSize: Theme.caption
                    Accessible.ignored: true
                }
                MouseArea {
                    anchors.fill: parent
                    onClicked: map.opened(circle.modelData.card.identifier)
                }
            }
        }
    }
}
