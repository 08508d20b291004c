import QtQuick
import Kiosk.Drawing
import Kiosk.Theme

// An item's picture: its sign on an eight-pointed star.
Item {
    id: picture

    required property string iconName
    property color fill: Theme.night
    property color ink: Theme.nightInk
    property string description: ""

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
}
