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

    // Where beside its circle a year stands that has no room in it: the nearest place that no circle is in, from the circle's middle.
    function beside(edition: EditionRow, width: real, height: real): point {
        const free = at => !map.editions.some(other => {
            const across = Math.abs((other.x - edition.x) * country.width - at.x) - width / 2;
            const down = Math.abs((other.y - edition.y) * country.height - at.y) - height / 2;
            return other.x >= 0 && Math.hypot(Math.max(0, across), Math.max(0, down)) < map.size(other) / 2 + Theme.gapSmall;
        });
        for (let away = map.size(edition) / 2; away < country.width; away += Theme.gapSmall)
            for (const [across, down] of [[1, 0], [-1, 0], [0.8, -0.6], [-0.8, -0.6], [0.8, 0.6], [-0.8, 0.6], [0, -1], [0, 1]]) {
                const at = Qt.point(across * (away + width / 2), down * (away + height / 2));
                if (free(at))
                    return at;
            }
        return Qt.point(0, 0);
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

                Rectangle {
                    visible: !year.inside
                    x: circle.width / 2
                    y: circle.height / 2 - height / 2
                    z: -1
                    width: Math.max(0, Math.hypot(year.at.x, year.at.y) - year.implicitWidth * 0.6)
                    height: Theme.size(0.6)
                    transformOrigin: Item.Left
                    rotation: Math.atan2(year.at.y, year.at.x) * 180 / Math.PI
                    color: Theme.night
                }
                AppText {
                    id: year
                    readonly property bool inside: circle.width > implicitWidth + Theme.size(2)
                    readonly property point at: inside ? Qt.point(0, map.free(circle.modelData, implicitWidth, font.pixelSize)) : map.beside(circle.modelData, implicitWidth, font.pixelSize)

                    // Never mirrored, as the country is not.
                    x: (circle.width - width) / 2 + at.x
                    y: (circle.height - height) / 2 + at.y
                    text: circle.modelData.year
                    color: !inside ? Theme.ink : circle.modelData.visitors === map.most ? Theme.nightDeep : Theme.nightInk
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
