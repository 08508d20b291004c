import QtQuick
import Kiosk.Theme

// A number to call, large, and beside it what it is for.
Item {
    id: face

    default property alias content: texts.data
    property alias number: figure.text
    property alias spoken: figure.spoken
    property alias place: figure.place
    property alias language: figure.language
    property alias onNight: figure.onNight
    property string iconName: ""
    property bool first: false
    property bool small: false
    property bool mute: false
    property color ink: first ? Theme.nightInk : small ? Theme.inkSoft : Theme.alarm

    implicitHeight: Math.max(figure.implicitHeight, texts.implicitHeight)

    SpokenText {
        id: figure
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(Theme.size(48), implicitWidth)
        color: face.ink
        wrapMode: Text.NoWrap
        lineHeight: 1
        font.weight: Font.Bold
        Accessible.ignored: face.mute
        font.pixelSize: face.first ? Theme.size(28) : face.small ? Theme.size(11) : Theme.size(18)
    }
    Icon {
        id: sign
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        name: face.iconName
        color: face.ink
        size: face.iconName === "" ? 0 : Theme.size(14)
    }
    Column {
        id: texts
        anchors.left: figure.right
        anchors.right: sign.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
    }
}
