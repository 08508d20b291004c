pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Screens
import Kiosk.ViewModels

// Shows the screen the route names. A screen once seen is kept until the visitor leaves, with the place it was scrolled to.
Item {
    id: host

    required property ShellViewModel shell
    required property CatalogueViewModel catalogue
    required property SearchViewModel search
    required property PageViewModel page
    required property GuideViewModel guide
    required property ResumeViewModel resume
    required property FeedbackViewModel feedback
    required property QuizViewModel quiz
    required property MapViewModel map
    required property FilmViewModel film
    required property NarrationViewModel narration
    required property ModeViewModel mode

    readonly property var screens: ({
            Home: home,
            Catalogue: list,
            Services: services,
            Demonstrations: demonstrations,
            Editions: editions,
            Emergency: emergency,
            Glossary: glossary,
            Search: search,
            Page: item,
            Guide: questions,
            Resume: code,
            Tiles: tiles,
            Slides: slides,
            Quiz: quiz,
            CallStaff: help,
            Feedback: opinion,
            Map: ways
        })

    Repeater {
        model: Object.keys(host.screens)

        Loader {
            id: place

            required property string modelData
            readonly property bool current: host.shell.screen === modelData
            property bool seen: false

            anchors.fill: parent
            visible: current
            active: current || seen
            sourceComponent: host.screens[modelData]
            onCurrentChanged: {
                if (current)
                    seen = true;
            }

            Connections {
                target: host.shell

                function onVisitorLeft(): void {
                    place.seen = false;
                }
            }
        }
    }
    Component {
        id: home
        HomeScreen { shell: host.shell }
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
        id: search
        SearchScreen {
            shell: host.shell
            search: host.search
        }
    }
    Component {
        id: item
        PageScreen {
            shell: host.shell
            page: host.page
            film: host.film
            narration: host.narration
        }
    }
    Component {
        id: questions
        GuideScreen {
            shell: host.shell
            guide: host.guide
        }
    }
    Component {
        id: code
        ResumeScreen {
            shell: host.shell
            resume: host.resume
        }
    }
    Component {
        id: tiles
        TilesScreen {
            shell: host.shell
            mode: host.mode
        }
    }
    Component {
        id: slides
        SlidesScreen {
            shell: host.shell
            mode: host.mode
        }
    }
    Component {
        id: quiz
        QuizScreen {
            shell: host.shell
            quiz: host.quiz
        }
    }
    Component {
        id: help
        CallStaffScreen { shell: host.shell }
    }
    Component {
        id: opinion
        FeedbackScreen {
            shell: host.shell
            feedback: host.feedback
        }
    }
    Component {
        id: ways
        MapScreen {
            shell: host.shell
            map: host.map
        }
    }
}
