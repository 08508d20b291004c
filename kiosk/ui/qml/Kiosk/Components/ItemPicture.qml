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
        fill: picture.fill
        ring: Theme.saffron
    }
    Icon {
        anchors.centerIn: parent
        name: picture.iconName
        color: picture.ink
        size: Math.round(picture.width * 0.42)
    }
    Image {
        anchors.fill: parent
        source: picture.source
        sourceSize: Qt.size(width, height)
        fillMode: Image.PreserveAspectCrop
        cache: false
    }
}
