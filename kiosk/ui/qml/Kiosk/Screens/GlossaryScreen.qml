pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// The words of the trade, each with the same word in the other languages.
Item {
    id: screen

    required property ShellViewModel shell
    required property CatalogueViewModel catalogue
    readonly property Words words: screen.shell.words

    Connections {
        target: screen.shell

        function onHomeShown(): void {
            list.positionViewAtBeginning();
        }
    }

    ScreenHeader {
        id: header
        width: parent.width
        title: screen.words.glossary
        subtitle: screen.words.glossary_summary
    }
    ListView {
        id: list
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: arrows.needed ? arrows.left : parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.gap
        topMargin: Theme.gapLarge
        bottomMargin: Theme.gapLarge
        spacing: Theme.gap
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        cacheBuffer: 0
        model: screen.catalogue.terms

        delegate: Column {
            id: term

            required property string name
            required property string summary

            width: list.width
            spacing: Theme.gapSmall

            AppText {
                width: parent.width
                text: term.name
                lineHeight: 1
                font.weight: Font.DemiBold
                font.pixelSize: Theme.lead
            }
            // The same word in each other language, on a line of its own.
            Repeater {
                model: term.summary.split(" · ")

                AppText {
                    required property string modelData

                    width: term.width
                    text: modelData
                    horizontalAlignment: screen.shell.rightToLeft ? Text.AlignRight : Text.AlignLeft
                    color: Theme.inkSoft
                    lineHeight: 1
                    font.pixelSize: Theme.body
                }
            }
            Rectangle {
                width: parent.width
                height: Theme.border
                color: Theme.hairline
            }
        }
    }
    ScrollButtons {
        id: arrows
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap
        flickable: list
        upName: screen.words.scroll_up
        downName: screen.words.scroll_down
    }
}
