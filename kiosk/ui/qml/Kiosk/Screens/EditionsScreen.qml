pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// The editions on a time line, with a bar for the visitors of each; all of them in sight.
Item {
    id: screen

    required property ShellViewModel shell
    required property CatalogueViewModel catalogue
    readonly property Words words: screen.shell.words
    readonly property int count: Math.max(1, screen.catalogue.editions.length)

    ScreenHeader {
        id: header
        width: parent.width
        title: screen.words.editions
        subtitle: screen.words.visitors_chart
    }
    Column {
        id: chart
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.gapLarge
        anchors.bottomMargin: Theme.gapLarge

        Repeater {
            model: screen.catalogue.editions

            EditionBar {
                required property EditionRow modelData

                width: chart.width
                height: Math.floor(chart.height / screen.count)
                text: modelData.card.name + ", " + screen.words.visitors + " " + modelData.visitorsText
                year: modelData.year
                city: modelData.city
                share: modelData.visitors / screen.catalogue.mostVisitors
                figure: modelData.visitorsText
                onClicked: screen.shell.open(modelData.card.identifier)
            }
        }
    }
}
