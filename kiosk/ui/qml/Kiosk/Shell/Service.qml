pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Staff
import Kiosk.Theme
import Kiosk.ViewModels

// All that serves a visitor or staff; made after the first picture, for nobody can have touched it before.
Item {
    id: service

    required property ShellViewModel shell
    required property CatalogueViewModel catalogue
    required property SearchViewModel search
    required property PageViewModel page
    required property NarrationViewModel narration
    required property TakeawayViewModel takeaway
    required property GuideViewModel guide
    required property ResumeViewModel resume
    required property FeedbackViewModel feedback
    required property QuizViewModel quiz
    required property MapViewModel map
    required property FilmViewModel film
    required property ModeViewModel mode
    required property NarrationViewModel announcer
    required property StaffViewModel staff
    required property PadViewModel pad
    required property BoardViewModel board
    required property ShowsViewModel shows
    required property SpotsViewModel spots
    required property ConditionViewModel condition
    required property HallViewModel hall
    required property StickViewModel stick
    required property PreviousViewModel previous
    required property PanelLight light
    required property CheckViewModel check
    required property Window window

    readonly property bool staffOpen: service.staff.page !== ""

    Binding {
        target: service.window
        property: "covered"
        value: service.staffOpen
    }
    Binding {
        target: service.window
        property: "veil"
        value: service.light.veil
    }
    PageTurn {
        shell: service.shell
        page: screens
    }
    ScreenHost {
        id: screens
        visible: service.shell.visiting
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: controls.visible ? controls.top : bar.visible ? bar.top : parent.bottom
        shell: service.shell
        catalogue: service.catalogue
        search: service.search
        page: service.page
        guide: service.guide
        resume: service.resume
        feedback: service.feedback
        quiz: service.quiz
        map: service.map
        film: service.film
        narration: service.narration
        mode: service.mode
        enabled: !service.takeaway.opened && !service.shell.aids.opened && !service.shell.prompting && !service.staffOpen
    }
    // The touch that silences a voice is meant for what it finds: nothing moves under the finger until it has gone.
    Timer {
        id: lingering
        interval: 600
    }
    Connections {
        target: service.narration

        function onStateChanged(): void {
            if (service.narration.active)
                lingering.stop();
            else if (controls.visible)
                lingering.restart();
        }
    }
    NarrationPanel {
        id: controls
        objectName: large.visible ? "" : "narrationControls"
        anchors.bottom: bar.top
        width: parent.width
        visible: service.shell.visiting && (service.narration.active && !service.narration.brief || lingering.running)
        enabled: !service.shell.prompting
        shell: service.shell
        narration: service.narration
    }
    NavigationBar {
        id: bar
        anchors.bottom: parent.bottom
        width: parent.width
        visible: service.shell.visiting
        enabled: !service.shell.prompting && !service.staffOpen
        shell: service.shell
        narration: service.narration
        takeaway: service.takeaway
    }
    Loader {
        id: aids
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: bar.top
        active: service.shell.aids.opened && service.shell.visiting
        sourceComponent: AidsPanel {
            shell: service.shell
            keyed: bar.keyed
            narration: service.narration
            enabled: !service.shell.prompting
        }
    }
    Loader {
        id: takeaway
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: bar.top
        active: service.takeaway.opened && service.shell.visiting
        sourceComponent: TakeawayPanel {
            shell: service.shell
            takeaway: service.takeaway
            enabled: !service.shell.prompting
        }
    }
    Loader {
        anchors.fill: parent
        active: service.staffOpen
        sourceComponent: StaffPanel {
            staff: service.staff
            pad: service.pad
            board: service.board
            shows: service.shows
        spots: service.spots
            condition: service.condition
            hall: service.hall
            stick: service.stick
            previous: service.previous
            shell: service.shell
            check: service.check
        }
    }
    Loader {
        id: prompt
        anchors.fill: parent
        active: service.shell.prompting && !service.staffOpen
        sourceComponent: InactivityPrompt {
            shell: service.shell
        }
    }
    // The same in large letters, or one thing at a time: read from what lies under it, which stays as it is.
    LargePrint {
        id: large
        objectName: "largePrint"
        anchors.fill: parent
        visible: Theme.printed && service.shell.visiting
        shell: service.shell
        roots: service.shell.prompting ? [prompt] : takeaway.active ? [takeaway] : aids.active ? [aids] : [screens]
        feet: service.shell.prompting ? [] : [controls, bar]
    }
    SilentMark {
        visible: service.announcer.active && !service.announcer.audible
        anchors.right: parent.right
        anchors.bottom: bar.visible && !service.staffOpen ? bar.top : parent.bottom
        text: service.shell.words.no_voice
    }
}
