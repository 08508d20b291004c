pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Printed blocks one after the other, parted into pages so that no line and no button is cut.
Flow {
    id: told

    required property real room
    // Where each page begins.
    property list<real> breaks: [0]

    function part(): void {
        const rows = [];
        for (const child of told.children) {
            const block = child as PrintedBlock;
            if (block && block.height > 0)
                rows.push(block);
        }
        const found = [0];
        let start = 0;
        while (start < told.height - 1 && found.length < 200) {
            let cut = Theme.single ? told.next(rows, start) : Infinity;
            cut = Math.min(cut, start + told.room);
            if (cut >= told.height)
                break;
            for (let cutting = true; cutting; ) {
                cutting = false;
                for (const block of rows) {
                    if (block.y < cut - 0.5 && block.y + block.height > cut + 0.5) {
                        const long = block.line > 0 && block.height > told.room * 0.6;
                        const whole = long ? block.y + Math.floor((cut - block.y) / block.line) * block.line : block.y;
                        if (whole < cut) {
                            cut = whole;
                            cutting = true;
                        }
                    }
                }
            }
            cut = told.withoutLoneHeadings(rows, start, cut);
            if (cut <= start + 1)
                cut = start + told.room;
            found.push(cut);
            start = cut;
        }
        if (found.join() !== told.breaks.join())
            told.breaks = found;
    }
    // A heading goes with what it stands over, onto the next page.
    function withoutLoneHeadings(rows: list<PrintedBlock>, start: real, cut: real): real {
        for (let place = rows.length - 1; place >= 0 && rows[place].y > start + 1; place--) {
            if (rows[place].y < cut - 0.5) {
                if (!rows[place].heading)
                    break;
                cut = rows[place].y;
            }
        }
        return cut;
    }
    // One thing at a time: headings, a text, and the buttons after it.
    function next(rows: list<PrintedBlock>, start: real): real {
        let said = false;
        for (const block of rows) {
            if (block.y < start - 1 || block.label === null)
                continue;
            if (said)
                return block.y;
            said = !block.heading;
        }
        return Infinity;
    }

    spacing: Theme.gap
    onRoomChanged: Qt.callLater(told.part)
    onHeightChanged: Qt.callLater(told.part)
    onPositioningComplete: Qt.callLater(told.part)
}
