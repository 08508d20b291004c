pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.ViewModels

// The loop: zellige is built, opens onto what is inside, a hand shows where to touch. All of it follows from one moment, in
// milliseconds; nothing blinks. Without motion it stands where the first of what is inside is seen.
Item {
    id: loop

    required property ModeViewModel mode
    required property real cell
    required property int columns
    required property int rows
    required property string colours
    required property int languages

    readonly property string kind: loop.mode.attractLoop
    readonly property var invitations: loop.mode.invitations
    readonly property int count: loop.kind === "Board" ? 1 : Math.max(1, loop.invitations.length)
    readonly property bool points: loop.kind !== "Showcase"

    // When what begins.
    readonly property int building: 1100
    readonly property int standing: 5200
    readonly property int open: 6800
    readonly property int each: loop.kind === "Board" ? 11000 : loop.kind === "Showcase" ? 2600 : 3800
    readonly property int pointingFrom: loop.open + loop.count * loop.each
    readonly property int pointingEach: 1300
    readonly property int closing: loop.pointingFrom + (loop.points ? loop.languages * loop.pointingEach : 0)
    readonly property int end: loop.closing + 1900
    readonly property int still: loop.open + 400

    property int round: 0
    property real moment: loop.still
    // What is told, and so how long the loop is, is known.
    property bool begun: false
    readonly property bool moving: Theme.motion && loop.begun && !rest.running
    // Only what a part of the loop moves is bound to the moment while that part lasts.
    readonly property int part: loop.moment < loop.standing ? 0 : loop.moment < loop.open ? 1 : loop.moment < loop.pointingFrom ? 2 : loop.moment < loop.closing ? 3 : 4

    readonly property int invited: loop.part < 2 ? 0 : Math.min(loop.count - 1, Math.floor((Math.min(loop.moment, loop.pointingFrom - 1) - loop.open) / loop.each))
    readonly property int pointedAt: loop.part === 3 && loop.points ? Math.min(loop.languages - 1, Math.floor((loop.moment - loop.pointingFrom) / loop.pointingEach)) : -1
    readonly property real pointedFor: loop.part === 3 ? ((loop.moment - loop.pointingFrom) % loop.pointingEach) / loop.pointingEach : 0
    readonly property real pointing: loop.part === 3 ? loop.along(loop.pointedFor, 0, 0.3) - loop.along(loop.pointedFor, 0.82, 1) : 0
    readonly property real touching: loop.part === 3 ? loop.along(loop.pointedFor, 0.34, 0.74) : 0

    // The title is said in each language for the same time.
    readonly property real sayingEach: loop.end / Math.max(1, loop.languages)
    readonly property int language: loop.moving ? Math.min(loop.languages - 1, Math.floor(loop.moment / loop.sayingEach)) : 0
    readonly property real titleShown: {
        if (!loop.moving)
            return 1;
        const said = loop.moment - loop.language * loop.sayingEach;
        return Math.min(loop.along(said, 0, 240), 1 - loop.along(said, loop.sayingEach - 240, loop.sayingEach));
    }

    function along(now: real, begin: real, end: real): real {
        const share = Math.max(0, Math.min(1, (now - begin) / (end - begin)));
        return share * share * (3 - 2 * share);
    }
    // A touch: it stands as it is seen best, and begins anew when nobody has touched it for a while.
    function stop(): void {
        loop.moment = loop.still;
        rest.restart();
    }

    // An animation keeps the length it has begun with.
    function begin(): void {
        loop.begun = false;
        if (Theme.motion)
            loop.moment = 0;
        loop.begun = true;
    }

    onEndChanged: {
        if (loop.begun && !rest.running)
            Qt.callLater(loop.begin);
    }
    onPartChanged: {
        if (loop.part === 0)
            loop.round += 1;
    }
    Component.onCompleted: {
        loop.mode.invite();
        loop.begin();
    }

    Timer {
        id: rest
        interval: Theme.attractRest
        onTriggered: loop.moment = 0
    }
    NumberAnimation {
        target: loop
        property: "moment"
        running: loop.moving
        from: 0
        to: loop.end
        duration: loop.end
        loops: Animation.Infinite
    }

    AttractOpening {
        id: opening
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        width: loop.cell * loom.openColumns
        height: loop.cell * loom.openRows
        visible: loop.moment > loop.standing && loop.moment < loop.end
        kind: loop.kind
        rows: loop.invitations
        row: loop.invited
        second: 1 + loop.round % Math.max(1, loop.languages - 1)
        moving: loop.moving
    }
    ZelligeLoom {
        id: loom
        readonly property int narrow: Math.min(loop.columns - 2, loop.rows)

        cell: loop.cell
        columns: loop.columns
        rows: loop.rows
        colours: loop.colours
        openColumns: loop.kind === "Board" ? loop.columns : Math.max(1, loom.narrow - (loop.columns - loom.narrow) % 2)
        openRows: loop.kind === "Board" ? loop.rows - 1 : Math.min(loop.rows - 1, loom.openColumns + 1)
        built: {
            if (loop.part > 0)
                return loom.reach;
            if (loop.moment < loop.building)
                return loom.reach * (1 - loop.moment / loop.building);
            return loom.reach * (loop.moment - loop.building) / (loop.standing - 200 - loop.building);
        }
        opened: {
            if (loop.part === 1)
                return loom.openReach * loop.along(loop.moment, loop.standing + 300, loop.open);
            if (loop.part === 4)
                return loom.openReach * (1 - loop.along(loop.moment, loop.closing, loop.end - 400));
            return loop.part === 0 ? 0 : loom.openReach;
        }
    }
    Image {
        id: arch
        anchors.fill: opening
        visible: loop.kind !== "Board" && opacity > 0
        opacity: loop.part === 0 ? 0 : loop.part === 1 ? loop.along(loop.moment, loop.standing, loop.standing + 240) : loop.part === 4 ? 1 - loop.along(loop.moment, loop.end - 240, loop.end) : 1
        source: visible || loop.moving ? "image://drawn/gateway/" + Math.round(loop.cell) + "/" + Theme.nightInk + "/" + Theme.accents[0] + "/" + loop.colours : ""
        sourceSize: Qt.size(opening.width, opening.height)
    }
}
