import QtQuick
import Kiosk.Theme

// What a page or a card is about, as a picture. Until a file comes: a quiet ground in its colour, an arch, its sign.
Item {
    id: scene

    property string source: ""
    property string iconName: ""
    property string description: ""
    property color accent: Theme.emerald
    property bool arched: true
    // Who took the photograph.
    property string credit: ""

    clip: true
    Accessible.role: Accessible.Graphic
    Accessible.name: description
    Accessible.ignored: description === ""

    Rectangle {
        anchors.fill: parent
        color: Theme.wash(scene.accent, 0.14)
    }
    ZelligePattern {
        anchors.fill: parent
        cell: Theme.size(30)
        ink: Theme.wash(scene.accent, 0.26)
    }
    Image {
        id: arch
        visible: scene.arched
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        width: Math.round(Math.min(parent.height * 0.94, parent.width * 0.9))
        height: width
        source: visible && width > 0 ? "image://drawn/arch/" + Theme.wash(scene.accent, 0.03) + "/" + Theme.wash(scene.accent, 0.55) : ""
        sourceSize: Qt.size(width, height)
    }
    Rectangle {
        visible: scene.arched
        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.round(parent.height * 0.035)
        color: scene.accent
    }
    ItemPicture {
        anchors.horizontalCenter: parent.horizontalCenter
        y: scene.arched ? arch.y + arch.height * 0.2 : (parent.height - height) / 2
        width: Math.round(scene.arched ? arch.width * 0.5 : Math.min(parent.height * 0.78, parent.width * 0.8))
        height: width
        iconName: scene.iconName
        fill: scene.accent
    }
    // Whole pixels, so that no line of the ground is left beside it.
    Image {
        width: Math.ceil(parent.width)
        height: Math.ceil(parent.height)
        source: scene.source
        sourceSize: Qt.size(width, height)
        fillMode: Image.PreserveAspectCrop
        cache: false
    }
    Rectangle {
        visible: scene.credit !== ""
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: taken.implicitWidth + 2 * Theme.gapSmall
        height: taken.implicitHeight + Theme.gapSmall
        color: Theme.nightDeep

        AppText {
            id: taken
            anchors.centerIn: parent
            text: "© " + scene.credit
            color: Theme.nightInk
            wrapMode: Text.NoWrap
            lineHeight: 1
            font.pixelSize: Theme.caption
        }
    }
}
