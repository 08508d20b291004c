pragma ComponentBehavior: Bound

import QtQuick

// A field of zellige that is built cell by cell, from the middle on; part of it opens again in the same way.
Item {
    id: loom

    required property real cell
    required property int columns
    required property int rows
    required property string colours
    // The columns in the middle, and the rows at the foot, that open.
    property int openColumns: 0
    property int openRows: 0
    // How far building, and opening, have come: in cells from the middle.
    property real built: loom.reach
    property real opened: 0
    readonly property real reach: loom.distance(0, 0) + loom.spread
    readonly property real openReach: Math.hypot(loom.openColumns, loom.openRows) / 2 + loom.spread
    readonly property real spread: 1.6
    readonly property int steps: 20

    width: loom.cell * loom.columns
    height: loom.cell * loom.rows
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    function distance(column: int, row: int): real {
        return Math.hypot(column - (loom.columns - 1) / 2, row - (loom.rows - 1) / 2);
    }
    function share(front: real, far: real): real {
        return Math.max(0, Math.min(1, (front - far) / loom.spread));
    }
    function opens(column: int, row: int): bool {
        const left = (loom.columns - loom.openColumns) / 2;
        return column >= left && column < left + loom.openColumns && row >= loom.rows - loom.openRows;
    }
    function fromTheMiddleOfTheOpening(column: int, row: int): real {
        return Math.hypot(column - (loom.columns - 1) / 2, row - loom.rows + (loom.openRows + 1) / 2);
    }

    Repeater {
        model: loom.columns * loom.rows

        Image {
            id: piece

            required property int index
            readonly property int column: piece.index % loom.columns
            readonly property int row: Math.floor(piece.index / loom.columns)
            readonly property real far: loom.distance(piece.column, piece.row)
            readonly property bool opens: loom.opens(piece.column, piece.row)
            readonly property real openFar: piece.opens ? loom.fromTheMiddleOfTheOpening(piece.column, piece.row) : 0
            readonly property real gone: piece.opens ? loom.share(loom.opened, piece.openFar) : 0
            readonly property int step: Math.round(loom.steps * Math.max(0, loom.share(loom.built, piece.far) - piece.gone))

            x: piece.column * loom.cell
            y: piece.row * loom.cell
            visible: piece.step > 0
            source: "image://drawn/building/" + piece.step + "/" + loom.colours
            sourceSize: Qt.size(loom.cell, loom.cell)
        }
    }
    // Holds the steps, which would else be drawn anew each time.
    Repeater {
        model: loom.steps

        Image {
            required property int index

            visible: false
            source: "image://drawn/building/" + (index + 1) + "/" + loom.colours
            sourceSize: Qt.size(loom.cell, loom.cell)
        }
    }
}
