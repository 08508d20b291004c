pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Staff
import Kiosk.Theme
import Kiosk.ViewModels

Window {
    id: window

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
    required property ModeViewModel mode
    required property NarrationViewModel announcer
    required property StaffViewModel staff
    required property PadViewModel pad
    required property BoardViewModel board
    required property ShowsViewModel shows
    required property ConditionViewModel condition
    required property HallViewModel hall
    required property StickViewModel stick
    required property PreviousViewModel previous
    required property PanelLight light
    required property CheckViewModel check
    required property var outOfServiceTexts
    required property var glyphs
    required property real pixelsPerUnit
    required property bool motion

    // Words that mark a preview; they stand above the panel.
    property var ribbon: []

    readonly property bool staffOpen: staff.page !== ""
    readonly property real ribbonHeight: ribbonPlace.height

    color: Theme.paper
    title: "Jusur"
    LayoutMirroring.enabled: shell.rightToLeft
    LayoutMirroring.childrenInherit: true

    Binding {
        target: Theme
        property: "unit"
        value: window.pixelsPerUnit
    }
    Binding {
        target: Theme
        property: "glyphs"
        value: window.glyphs
    }
    Binding {
        target: Theme
        property: "type"
        value: window.mode.large ? 1.18 : 1
    }
    Binding {
        target: Theme
        property: "motion"
        value: window.motion
    }

    Loader {
        id: ribbonPlace
        width: parent.width
        active: window.ribbon.length > 0
        sourceComponent: PreviewRibbon {
            said: window.ribbon
        }
    }
    Item {
        anchors.top: ribbonPlace.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom

        ModeNotice {
            id: notice
            width: parent.width
            mode: window.mode
        }
        ScreenHost {
            anchors.top: notice.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: controls.visible ? controls.top : bar.visible ? bar.top : parent.bottom
            shell: window.shell
            catalogue: window.catalogue
            search: window.search
            page: window.page
            guide: window.guide
            resume: window.resume
            feedback: window.feedback
            quiz: window.quiz
            narration: window.narration
            mode: window.mode
            announcer: window.announcer
            outOfServiceTexts: window.outOfServiceTexts
            enabled: !window.takeaway.opened && !window.shell.prompting && !window.staffOpen
        }
        NarrationPanel {
            id: controls
            objectName: "narrationControls"
            anchors.bottom: bar.top
            width: parent.width
            visible: window.shell.visiting && window.narration.active
            enabled: !window.shell.prompting
            shell: window.shell
            narration: window.narration
        }
        NavigationBar {
            id: bar
            anchors.bottom: parent.bottom
            width: parent.width
            visible: window.shell.visiting
            enabled: !window.shell.prompting && !window.staffOpen
            shell: window.shell
            narration: window.narration
            takeaway: window.takeaway
        }
        Loader {
            anchors.top: parent.top
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: bar.top
            active: window.takeaway.opened && window.shell.visiting
            sourceComponent: TakeawayPanel {
                shell: window.shell
                takeaway: window.takeaway
                enabled: !window.shell.prompting
            }
        }
        Loader {
            anchors.fill: parent
            active: window.staffOpen
            sourceComponent: StaffPanel {
                staff: window.staff
                pad: window.pad
                board: window.board
                shows: window.shows
                condition: window.condition
                hall: window.hall
                stick: window.stick
                previous: window.previous
                shell: window.shell
                check: window.check
            }
        }
        Loader {
            anchors.fill: parent
            active: window.shell.prompting && !window.staffOpen
            sourceComponent: InactivityPrompt {
                shell: window.shell
            }
        }
    }
    // Where nothing of the machine's dims the panel; touches go through.
    Rectangle {
        anchors.fill: parent
        visible: opacity > 0
        color: "black"
        opacity: window.light.veil
    }
}
