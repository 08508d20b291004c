import QtQuick
import QtQuick.Window

// A QR code, as large as whole pixels for each module allow.
Item {
    id: code

    property string payload: ""
    readonly property int modules: picture.implicitWidth

    Image {
        id: picture
        anchors.centerIn: parent
        width: implicitWidth * Math.floor(Math.min(code.width, code.height) * Screen.devicePixelRatio / Math.max(1, implicitWidth)) / Screen.devicePixelRatio
        height: width
        source: code.payload === "" ? "" : "image://drawn/code/" + encodeURIComponent(code.payload)
        cache: false
        smooth: false
    }
}
