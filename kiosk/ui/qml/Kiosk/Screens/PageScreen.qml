pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// Any item: its picture and name, the case it is read for, then its blocks.
Item {
    id: screen

    required property ShellViewModel shell
    required property PageViewModel page
    required property NarrationViewModel narration
    readonly property Words words: screen.shell.words
    readonly property string identifier: screen.shell.identifier
    property bool whole: false

    // The page goes along with the voice; a place is "title", "lead", or a block's number and part.
    function follow(place: string): void {
        const block = blocks.itemAt(parseInt(place)) as BlockView;
        if (block) {
            screen.whole = screen.whole || block.block.more || (block.brief && block.block.kind === "evidence");
            body.reveal(block);
        } else if (place !== "") {
            body.toTop();
        } else {
            body.kept = null;
        }
    }

    onIdentifierChanged: {
        screen.whole = false;
        sources.shown = false;
        body.toTop();
    }

    Connections {
        target: screen.narration

        function onLitChanged(): void {
            screen.follow(screen.narration.lit.place);
        }
    }

    ScrollPage {
        id: body
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: way.visible ? way.top : parent.bottom
        banner: PageTitle {
            width: screen.width
            margin: body.margin
            title: screen.page.title
            lead: screen.page.lead
            iconName: screen.page.icon
            picture: screen.page.picture
            source: screen.page.source
            spoken: screen.narration.lit
        }
        upName: screen.words.scroll_up
        downName: screen.words.scroll_down

        PageWays {
            visible: !screen.page.urgent && leads
            width: body.columnWidth
            shell: screen.shell
            page: screen.page
        }
        Repeater {
            id: blocks
            model: screen.page.blocks

            BlockView {
                required property PageBlock modelData

                visible: screen.whole || !modelData.more
                width: body.columnWidth
                block: modelData
                spoken: screen.narration.lit
                mirror: screen.shell.rightToLeft
                brief: !screen.whole && !screen.page.personal
                onOpened: identifier => screen.shell.open(identifier)
            }
        }
        QuietButton {
            visible: screen.page.more
            anchors.left: parent.left
            text: screen.whole ? screen.words.read_less : screen.words.read_more
            iconName: screen.whole ? "caret-up" : "caret-down"
            onClicked: screen.whole = !screen.whole
        }
        PageWays {
            visible: screen.page.urgent && leads
            width: body.columnWidth
            shell: screen.shell
            page: screen.page
        }
        PageSources {
            id: sources
            width: body.columnWidth
            proof: screen.page.proof
            publishers: screen.page.publishers
            name: screen.words.sources
        }
        QuietButton {
            anchors.left: parent.left
            text: screen.words.finished
            iconName: "check-circle"
            onClicked: screen.shell.finish()
        }
    }

    // Whoever must not be seen reading this is gone with one touch, and so is everything about the visit.
    Rectangle {
        id: way
        visible: screen.page.urgent
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.target + 2 * Theme.gapSmall
        color: Theme.emeraldWash

        TextButton {
            anchors.left: parent.left
            anchors.leftMargin: body.margin
            anchors.verticalCenter: parent.verticalCenter
            text: screen.words.leave_quickly
            iconName: "x"
            onClicked: screen.shell.leave()
        }
    }
}
