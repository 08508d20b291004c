import QtQuick

// A field of zellige in its colours, whole cells from the upper left corner on.
Image {
    required property real cell
    required property string colours

    source: "image://drawn/field/" + colours
    sourceSize: Qt.size(Math.round(cell), Math.round(cell))
    fillMode: Image.Tile
    horizontalAlignment: Image.AlignLeft
    verticalAlignment: Image.AlignTop
}
