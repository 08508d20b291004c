pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// The editions as one figure: where they were, and when, each with a circle as large as many came; all of it in sight.
Item {
    id: screen

    required property ShellViewModel shell
    required property CatalogueViewModel catalogue
    readonly property Words words: screen.shell.words
    readonly property bool wide: width > height
    readonly property list<var> years: screen.catalogue.editions
    readonly property int count: Math.max(1, screen.years.filter(year => year.visitors > 0).length)
    // A year without an edition is as high as a third of one with it.
    readonly property real row: (chart.height - Theme.size(0.1)) / (screen.count + (screen.years.length - screen.count) / 3)

    ScreenHeader {
        id: header
        width: parent.width
        title: screen.words.editions
        subtitle: screen.words.visitors_chart
    }
    EditionMap {
        id: map
        anchors.top: header.bottom
        anchors.left: parent.left
        width: screen.wide ? Math.round(screen.width * Theme.sideShare) : screen.width
        height: screen.wide ? parent.height - header.height : Math.round((parent.height - header.height) * 0.42)
        editions: screen.years.filter(year => year.visitors > 0)
        ratio: screen.catalogue.countryRatio
        most: screen.catalogue.mostVisitors
        onOpened: identifier => screen.shell.open(identifier)
    }
    Column {
        id: chart
        anchors.top: screen.wide ? header.bottom : map.bottom
        anchors.bottom: parent.bottom
        anchors.left: screen.wide ? map.right : parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.gap
        anchors.bottomMargin: Theme.gap

        Repeater {
            model: screen.years

            EditionBar {
                required property EditionRow modelData

                width: chart.width
                height: Math.floor(screen.row * (modelData.visitors > 0 ? 1 : 1 / 3))
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
