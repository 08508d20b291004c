import QtQuick
import Kiosk.Theme
import Kiosk.ViewModels

// A page comes along the line of reading, and from its other side on the way back; it can be touched all the while.
Item {
    id: turn

    required property ShellViewModel shell
    required property Item page
    property int depth: 0

    function move(): void {
        const back = turn.shell.depth < turn.depth;
        turn.depth = turn.shell.depth;
        if (Theme.motion && turn.page.visible)
            turn.begin(back !== turn.shell.rightToLeft ? -1 : 1);
    }
    function begin(side: int): void {
        coming.stop();
        place.x = side * Theme.size(14);
        turn.page.opacity = 0.2;
        coming.start();
    }

    Component.onCompleted: turn.page.transform = [place]

    Connections {
        target: turn.shell

        function onRouteChanged(): void {
            Qt.callLater(turn.move); // when what comes has been made
        }
    }
    Translate {
        id: place
    }
    ParallelAnimation {
        id: coming

        NumberAnimation {
            target: place
            property: "x"
            to: 0
            duration: Theme.page
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            target: turn.page
            property: "opacity"
            to: 1
            duration: Theme.page
        }
    }
}
