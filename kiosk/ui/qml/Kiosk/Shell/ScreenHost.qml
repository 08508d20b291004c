pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Screens
import Kiosk.ViewModels

// Holds the screen the route names.
Loader {
    id: host

    required property ShellViewModel shell
    required property CatalogueViewModel catalogue
    required property PageViewModel page
    required property var outOfServiceTexts

    readonly property var screens: ({
            Attract: attract,
            Home: home,
            Catalogue: list,
            Services: services,
            Demonstrations: demonstrations,
            Editions: editions,
            Emergency: emergency,
            Glossary: glossary,
            Page: item,
            OutOfService: rest
        })

    sourceComponent: screens[shell.screen]

    Component {
        id: attract
        AttractScreen {
            shell: host.shell
        }
    }
    Component {
        id: home
        HomeScreen {
            shell: host.shell
        }
    }
    Component {
        id: list
        CatalogueScreen {
            shell: host.shell
            catalogue: host.catalogue
        }
    }
    Component {
        id: services
        ServicesScreen {
            shell: host.shell
            catalogue: host.catalogue
        }
    }
    Component {
        id: demonstrations
        DemonstrationsScreen {
            shell: host.shell
            catalogue: host.catalogue
        }
    }
    Component {
        id: editions
        EditionsScreen {
            shell: host.shell
            catalogue: host.catalogue
        }
    }
    Component {
        id: emergency
        EmergencyScreen {
            shell: host.shell
            catalogue: host.catalogue
        }
    }
    Component {
        id: glossary
        GlossaryScreen {
            shell: host.shell
            catalogue: host.catalogue
        }
    }
    Component {
        id: item
        PageScreen {
            shell: host.shell
            page: host.page
        }
    }
    Component {
        id: rest
        OutOfServiceScreen {
            texts: host.outOfServiceTexts
        }
    }
}
