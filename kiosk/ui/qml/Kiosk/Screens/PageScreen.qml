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

    // The page goes along with the voice; a place is "title", "lead", or a block's number and part.
    function follow(place: string): void {
        const block = blocks.itemAt(parseInt(place));
        if (block)
            body.reveal(block);
        else if (place !== "")
            body.toTop();
    }

    onIdentifierChanged: body.toTop()

    Connections {
        target: screen.narration

        function onLitChanged(): void {
            screen.follow(screen.narration.lit.place);
        }
    }

    ScrollPage {
        id: body
        anchors.fill: parent
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

        CardRow {
            visible: screen.page.guide !== "" || screen.page.personal
            width: body.columnWidth
            text: screen.page.personal ? screen.words.guide_change_answers : screen.words.find_my_list
            summary: screen.page.personal ? "" : screen.words.find_my_list_summary
            iconName: screen.page.personal ? "pencil-simple" : "list-bullets"
            ground: Theme.saffronWash
            edge: Theme.saffron
            raised: true
            mirror: screen.shell.rightToLeft
            onClicked: screen.page.personal ? screen.shell.goBack() : screen.shell.openGuide(screen.page.guide)
        }
        Column {
            visible: screen.page.choices.length > 1
            width: body.columnWidth
            topPadding: Theme.gapLarge
            spacing: Theme.gapSmall

            AppText {
                width: parent.width
                text: screen.words.your_case
                lineHeight: 1
                font.weight: Font.DemiBold
            }
            Flow {
                width: parent.width
                spacing: Theme.gapSmall

                Repeater {
                    model: screen.page.choices

                    Chip {
                        required property Choice modelData

                        text: modelData.name
                        checked: modelData.chosen
                        onClicked: screen.shell.choose(modelData.identifier)
                    }
                }
            }
        }
        Repeater {
            id: blocks
            model: screen.page.blocks

            BlockView {
                required property PageBlock modelData

                width: body.columnWidth
                block: modelData
                spoken: screen.narration.lit
                mirror: screen.shell.rightToLeft
                onOpened: identifier => screen.shell.open(identifier)
            }
        }
        AppText {
            width: body.columnWidth
            topPadding: Theme.gapLarge
            text: screen.page.checked
            color: Theme.inkSoft
            font.pixelSize: Theme.caption
        }
        AppText {
            visible: text !== ""
            width: body.columnWidth
            text: screen.page.proof
            color: Theme.inkSoft
            font.pixelSize: Theme.caption
        }
        QuietButton {
            anchors.left: parent.left
            text: screen.words.finished
            iconName: "check-circle"
            onClicked: screen.shell.finish()
        }
    }
}
