import QtQuick

// One star within a star: the ground of an item's picture.
Image {
    property color fill: "black"
    property color ring: "white"

    source: "image://drawn/star/" + fill + "/" + ring
    sourceSize: Qt.size(Math.round(width), Math.round(height))
}
