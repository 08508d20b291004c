pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// The editions on a time line, with a bar for the visitors of each.
Item {
    id: screen

    required property ShellViewModel shell
    required property CatalogueViewModel catalogue
    readonly property Words words: screen.shell.words

    Connections {
        target: screen.shell

        function onHomeShown(): void {
            page.toTop();
        }
    }

    ScreenHeader {
        id: header
        width: parent.width
        compact: screen.width > screen.height
        title: screen.words.editions
        subtitle: screen.words.visitors_chart
    }
    ScrollPage {
        id: page
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        upName: screen.words.scroll_up
        downName: screen.words.scroll_down
        spacing: Theme.gapLarge

        Repeater {
            model: screen.catalogue.editions

            EditionBar {
                required property EditionRow modelData

                width: page.columnWidth
                text: modelData.card.name + ", " + screen.words.visitors + " " + modelData.visitorsText
                year: modelData.year
                city: modelData.city
                share: modelData.visitors / screen.catalogue.mostVisitors
                figure: modelData.visitorsText
                mirror: screen.shell.rightToLeft
                onClicked: screen.shell.open(modelData.card.identifier)
            }
        }
    }
}
