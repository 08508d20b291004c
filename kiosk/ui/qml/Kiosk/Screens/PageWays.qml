pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// What leads on from a page: the guide to one's own list, and the other cases.
Column {
    id: ways

    required property ShellViewModel shell
    required property PageViewModel page
    readonly property Words words: ways.shell.words
    // Which of the two are meant: where there is little room they stand apart.
    property bool first: true
    property bool others: true
    // Many cases stand folded behind the one that is read.
    readonly property bool many: ways.page.choices.length > 4
    property bool unfolded: false
    readonly property bool guided: ways.first && (ways.page.guide !== "" || ways.page.personal)
    readonly property bool placed: ways.first && ways.page.way !== ""
    readonly property bool leads: ways.guided || ways.placed || (ways.others && ways.page.choices.length > 1)

    spacing: Theme.gapSmall

    TextButton {
        visible: ways.guided
        width: parent.width
        implicitHeight: Theme.size(24)
        text: ways.page.personal ? ways.words.guide_change_answers : ways.words.find_my_list
        Accessible.description: ways.page.personal ? "" : ways.words.find_my_list_summary
        iconName: ways.page.personal ? "pencil-simple" : "list-bullets"
        large: true
        ground: Theme.saffron
        groundPressed: Theme.saffronWash
        ink: Theme.nightDeep
        onClicked: ways.page.personal ? ways.shell.goBack() : ways.shell.openGuide(ways.page.guide)
    }
    TextButton {
        visible: ways.placed
        width: parent.width
        implicitHeight: Theme.size(24)
        text: ways.words.show_the_way
        note: ways.page.walk
        Accessible.description: note
        iconName: "map-trifold"
        large: true
        ground: Theme.emerald
        onClicked: ways.shell.showWay(ways.page.way)
    }
    QuietButton {
        visible: ways.others && ways.many
        width: parent.width
        text: ways.words.your_case + " · " + (ways.page.choices.find(choice => choice.chosen)?.name ?? "")
        iconName: ways.unfolded ? "caret-down" : "caret-up"
        onClicked: ways.unfolded = !ways.unfolded
    }
    AppText {
        visible: ways.others && !ways.many && ways.page.choices.length > 1
        width: parent.width
        topPadding: Theme.gapSmall
        text: ways.words.your_case
        lineHeight: 1
        font.weight: Font.DemiBold
    }
    Flow {
        id: cases
        visible: ways.others && ways.page.choices.length > 1 && (!ways.many || ways.unfolded)
        width: parent.width
        spacing: Theme.gapSmall

        Repeater {
            model: ways.page.choices

            Chip {
                required property Choice modelData

                text: modelData.name
                checked: modelData.chosen
                onClicked: {
                    ways.shell.choose(modelData.identifier);
                    ways.unfolded = false;
                }
            }
        }
    }
}
