import QtQuick
import Kiosk.Theme

// An item's picture: its sign on an eight-pointed star, or over it the picture that came with the content.
Item {
    id: picture

    required property string iconName
    property color fill: Theme.night
    property color ink: Theme.nightInk
    property string description: ""
    property string source: ""

    implicitWidth: Theme.size(30)
    implicitHeight: implicitWidth
    Accessible.role: Accessible.Graphic
    Accessible.name: description
    Accessible.ignored: description === ""

    StarMedallion {
        anchors.fill: parent
        visible: image.implicitWidth < 2
        fill: picture.fill
        ring: Theme.saffron
    }
    Icon {
        anchors.centerIn: parent
        visible: image.implicitWidth < 2
        name: picture.iconName
        color: picture.ink
        size: Math.round(picture.width * 0.42)
    }
    Image {
        id: image
        anchors.fill: parent
        source: picture.source
        sourceSize: Qt.size(Math.round(width), Math.round(height))
        fillMode: Image.PreserveAspectCrop
        cache: false
    }
}
