import QtQuick
import Kiosk.Theme

// The seconds that are left, in figures and as a ring that runs down.
Item {
    id: ring

    required property int seconds
    property int all: ring.seconds
    // In thousandths; a step is seen as movement, and is drawn in less than a frame.
    property real remains: 1000 * ring.seconds / Math.max(1, ring.all)
    readonly property int step: 5

    implicitWidth: Theme.size(90)
    implicitHeight: implicitWidth
    Component.onCompleted: {
        ring.all = ring.seconds;
        if (Theme.motion)
            running.start();
    }

    NumberAnimation {
        id: running
        target: ring
        property: "remains"
        from: 1000
        to: 0
        duration: 1000 * ring.all
    }
    Image {
        anchors.fill: parent
        cache: false
        source: "image://drawn/dial/" + Math.ceil(ring.remains / ring.step) * ring.step + "/" + Theme.saffron + "/" + Theme.nightPressed
        sourceSize: Qt.size(ring.width, ring.height)
    }
    AppText {
        anchors.centerIn: parent
        text: ring.seconds.toString()
        color: Theme.saffron
        lineHeight: 1
        font.pixelSize: Theme.size(40)
        font.weight: Font.Bold
    }
}
