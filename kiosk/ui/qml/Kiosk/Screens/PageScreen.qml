pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// Any item: its picture and name, then its blocks; what can be done with it stands at the foot, and never moves.
Item {
    id: screen

    required property ShellViewModel shell
    required property PageViewModel page
    required property FilmViewModel film
    required property NarrationViewModel narration
    readonly property Words words: screen.shell.words
    readonly property string identifier: screen.shell.identifier
    readonly property bool wide: width > height
    readonly property bool bilingual: screen.page.title.length > 1
    readonly property int facts: Math.max(1, screen.page.blocks.filter(block => block.kind === "fact" && (screen.whole || !block.more)).length)
    // A page of few words says them larger.
    readonly property bool roomy: !screen.bilingual && screen.page.blocks.filter(block => screen.whole || !block.more).reduce((sum, block) => sum + block.sides[0].text.length, 0) < 420
    // So many cases on so low a panel would leave no room to read.
    readonly property bool crowded: screen.wide && screen.height < Theme.size(200) && screen.page.choices.length > 3
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
    // How many blocks of a kind stand on one line.
    function abreast(block: PageBlock, index: int, brief: bool): int {
        switch (block.kind) {
        case "fact":
            return screen.bilingual ? 1 : Math.min(3, screen.facts);
        case "number":
            return screen.bilingual || index === 0 ? 1 : 2;
        case "evidence":
            return screen.bilingual || !brief ? 1 : 2;
        default:
            return 1;
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
    Component {
        id: head

        PageHead {
            width: screen.wide ? side.width : screen.width
            wide: screen.wide
            beside: !screen.wide && !screen.bilingual && (screen.page.blocks.filter(block => block.kind === "number").length > 1 || screen.page.choices.length > 4)
            room: screen.wide ? screen.height : (screen.height - desk.height) * 0.6
            spare: screen.height - desk.height - told.height - sources.height - 2 * Theme.gapLarge - Theme.margin
            share: screen.height * (screen.page.urgent ? 0.2 : Theme.sceneShare)
            title: screen.page.title
            lead: screen.page.lead
            iconName: screen.page.icon
            picture: screen.page.picture
            source: screen.page.source
            credit: screen.page.credit
            accent: screen.page.urgent ? Theme.alarm : screen.page.colour !== "" ? Theme.own(screen.page.colour) : Theme.emerald
            facts: screen.wide ? screen.page.blocks : []
            spoken: screen.narration.lit
        }
    }
    Loader {
        id: side
        anchors.left: parent.left
        width: screen.wide ? Math.round(screen.width * Theme.sideShare) : 0
        height: parent.height
        active: screen.wide
        sourceComponent: head
    }
    ScrollPage {
        id: body
        anchors.left: side.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: desk.top
        buttons: false
        banner: screen.wide ? null : head
        upName: screen.words.scroll_up
        downName: screen.words.scroll_down

        PageFilm {
            width: body.columnWidth
            film: screen.film
            name: screen.words.sign_language
        }
        Flow {
            id: told
            width: body.columnWidth
            spacing: Theme.gap

            Repeater {
                id: blocks
                model: screen.page.blocks

                BlockView {
                    required property PageBlock modelData
                    readonly property int part: screen.abreast(modelData, index, brief)

                    visible: (screen.whole || !modelData.more) && (!screen.wide || modelData.kind !== "fact" || modelData.more)
                    width: Math.floor((body.columnWidth - (part - 1) * Theme.gap) / part)
                    block: modelData
                    spoken: screen.narration.lit
                    mirror: screen.shell.rightToLeft
                    roomy: screen.roomy
                    brief: !screen.whole && !screen.page.personal
                    onOpened: identifier => screen.shell.open(identifier)
                }
            }
        }
        PageWays {
            visible: screen.crowded
            width: body.columnWidth
            shell: screen.shell
            page: screen.page
            first: false
        }
        PageSources {
            id: sources
            width: body.columnWidth
            proof: screen.page.proof
            publishers: screen.page.publishers
            name: screen.words.sources
        }
    }
    PageDesk {
        id: desk
        anchors.left: side.right
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        shell: screen.shell
        page: screen.page
        flickable: body.flickable
        whole: screen.whole
        crowded: screen.crowded
        onFolded: screen.whole = !screen.whole
    }
}
