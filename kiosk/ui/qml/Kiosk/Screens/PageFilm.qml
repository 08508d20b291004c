import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.ViewModels

// The page in sign language, where somebody has signed it: asked for by a touch, with what is signed in words under it.
Column {
    id: told

    required property FilmViewModel film
    required property string name

    visible: told.film.there
    spacing: Theme.gap

    TextButton {
        text: told.name
        iconName: told.film.playing ? "stop" : "hands-clapping"
        checked: told.film.playing
        choosable: true
        onClicked: told.film.toggle()
    }
    Image {
        visible: told.film.playing
        width: parent.width
        height: Math.min(Theme.size(150), Math.round(width * 0.6))
        fillMode: Image.PreserveAspectFit
        cache: false
        source: told.film.playing ? told.film.frame : ""
        Accessible.role: Accessible.Animation
        Accessible.name: told.name
    }
    AppText {
        visible: told.film.playing
        width: parent.width
        // Two lines are kept, so that what stands under it does not move.
        height: Math.max(implicitHeight, 2 * Theme.lead * 1.4)
        text: told.film.caption
        font.pixelSize: Theme.lead
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
    }
    AppText {
        visible: told.film.playing
        width: parent.width
        text: told.film.credit
        color: Theme.inkSoft
        font.pixelSize: Theme.caption
    }
}
