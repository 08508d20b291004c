pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// What the screens say and offer, in the order they are read, in letters as large as a visitor asked for. It is split into pages,
// and nothing scrolls. It reads what lies under it after each picture: only what has changed is made anew.
Rectangle {
    id: sheet

    required property ShellViewModel shell
    required property list<Item> roots
    required property list<Item> feet
    readonly property Words words: sheet.shell.words
    readonly property real letters: Math.max(Theme.least, Theme.parted ? Theme.body : Theme.lead)
    readonly property int pages: told.breaks.length
    property int page: 0
    readonly property bool more: sheet.pages > 1

    function read(): void {
        if (!sheet.visible)
            return;
        tools.follow(sheet.feet);
        if (things.follow(sheet.roots)) {
            sheet.page = 0;
            told.forceLayout(); // in pages before this picture is drawn
            told.part();
        }
    }
    function turnTo(item: Item): void {
        const top = item.y;
        for (let place = sheet.pages - 1; place >= 0; place--) {
            if (told.breaks[place] <= top + 1) {
                sheet.page = place;
                return;
            }
        }
    }

    color: Theme.paper
    onVisibleChanged: {
        if (sheet.visible)
            sheet.read();
        else {
            things.clear();
            tools.clear();
        }
    }
    onPagesChanged: sheet.page = Math.min(sheet.page, Math.max(0, sheet.pages - 1))

    Gathered {
        id: things
        rightToLeft: sheet.shell.rightToLeft
    }
    Gathered {
        id: tools
        rightToLeft: sheet.shell.rightToLeft
    }
    Connections {
        target: sheet.Window.window
        enabled: sheet.visible

        function onAfterAnimating(): void {
            sheet.read();
        }
    }
    MouseArea {
        anchors.fill: parent
    }
    Item {
        id: view
        readonly property real end: (turning.visible ? turning.y : foot.y) - Theme.margin
        readonly property real room: view.end - Theme.margin

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin
        // At the foot, where everybody reaches.
        y: view.end - height
        height: Math.min(room, (told.breaks[sheet.page + 1] ?? told.height) - (told.breaks[sheet.page] ?? 0))
        clip: true

        PagedFlow {
            id: told
            y: -(told.breaks[sheet.page] ?? 0)
            width: parent.width
            room: view.room

            Repeater {
                model: things

                PrintedBlock {
                    letters: sheet.letters
                    room: told.width
                    most: view.room
                    onReached: sheet.turnTo(this)
                    onLitChanged: {
                        if (lit)
                            sheet.turnTo(this);
                    }
                }
            }
        }
    }
    Row {
        id: turning
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: foot.top
        anchors.margins: Theme.gapSmall
        visible: sheet.more
        spacing: Theme.gap

        PageButton {
            text: sheet.words.previous
            enabled: sheet.page > 0
            onClicked: sheet.page -= 1
        }
        AppText {
            printed: true
            anchors.verticalCenter: parent.verticalCenter
            width: (turning.width - 2 * turning.spacing) / 3
            text: (sheet.page + 1) + " / " + sheet.pages
            Accessible.name: sheet.words.page_of.replace("{number}", sheet.page + 1).replace("{count}", sheet.pages)
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1
            font.pixelSize: sheet.letters
            font.weight: Font.DemiBold
        }
        PageButton {
            text: sheet.words.next
            enabled: sheet.page < sheet.pages - 1
            onClicked: sheet.page += 1
        }
    }
    Rectangle {
        id: foot
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: keys.children.length > 1 ? keys.height + 2 * Theme.gapSmall : 0
        color: Theme.night

        Flow {
            id: keys
            objectName: "narrationControls"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.gapSmall
            y: Theme.gapSmall
            spacing: Theme.gapSmall

            Repeater {
                model: tools

                PrintedBlock {
                    letters: sheet.letters
                    room: keys.width
                    most: Theme.target
                    onNight: true
                }
            }
        }
    }

    component PageButton: Pressable {
        id: turner

        printed: true
        width: (turning.width - 2 * turning.spacing) / 3
        height: Math.max(Theme.target, named.implicitHeight + 2 * Theme.gapSmall)
        opacity: enabled ? 1 : 0.5
        ground: Theme.emerald
        groundPressed: Theme.night
        edge: Theme.emerald

        contentItem: Item {
            AppText {
                id: named
                anchors.centerIn: parent
                text: turner.text
                color: Theme.nightInk
                wrapMode: Text.NoWrap
                lineHeight: 1
                font.pixelSize: sheet.letters
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
        }
    }
}
