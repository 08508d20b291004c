pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// What can be done with a page, at its foot: the guide and the cases, more of it, up and down, and away.
Rectangle {
    id: desk

    required property ShellViewModel shell
    required property PageViewModel page
    required property Flickable flickable
    required property bool whole
    // The cases stand on the page.
    property bool crowded: false
    readonly property bool narrow: desk.width < Theme.size(240)
    readonly property Words words: desk.shell.words
    signal folded

    implicitHeight: doing.height + 2 * Theme.gap
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: Theme.border
        color: Theme.hairline
    }
    Column {
        id: doing
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        spacing: Theme.gap

        PageWays {
            visible: leads
            width: parent.width
            shell: desk.shell
            page: desk.page
            others: !desk.crowded
        }
        Item {
            width: parent.width
            height: Theme.target

            Row {
                anchors.left: parent.left
                spacing: Theme.gapSmall

                // Whoever must not be seen reading this is gone with one touch, and so is everything about the visit.
                TextButton {
                    visible: desk.page.urgent
                    text: desk.words.leave_quickly
                    iconName: "x"
                    leftPadding: Theme.gap
                    onClicked: desk.shell.leave()
                }
                QuietButton {
                    visible: desk.page.more
                    text: desk.whole ? desk.words.read_less : desk.words.read_more
                    iconName: desk.narrow ? "" : desk.whole ? "caret-up" : "caret-down"
                    leftPadding: Theme.gap
                    onClicked: desk.folded()
                }
                QuietButton {
                    text: desk.words.finished
                    iconName: desk.narrow ? "" : "check-circle"
                    leftPadding: Theme.gap
                    onClicked: desk.shell.finish()
                }
            }
            ScrollButtons {
                anchors.right: parent.right
                level: true
                flickable: desk.flickable
                upName: desk.words.scroll_up
                downName: desk.words.scroll_down
            }
        }
    }
}
