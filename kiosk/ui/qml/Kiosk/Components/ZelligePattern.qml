import QtQuick

// The house pattern, edge to edge: one cell drawn by code, laid like tiles.
Image {
    property real cell: 80
    property color ink: "black"

    source: "image://drawn/zellige/" + ink
    sourceSize: Qt.size(Math.round(cell), Math.round(cell))
    fillMode: Image.Tile
    horizontalAlignment: Image.AlignLeft
    verticalAlignment: Image.AlignTop
}
