pragma ComponentBehavior: Bound

import QtQuick
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
    required property var outOfServiceTexts
    required property var glyphs
    required property real pixelsPerUnit
    required property bool motion
    readonly property bool inSession: shell.screen !== "Attract" && shell.screen !== "OutOfService"

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
        property: "motion"
        value: window.motion
    }

    Item {
        anchors.fill: parent

        ScreenHost {
            anchors.top: parent.top
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: controls.visible ? controls.top : bar.visible ? bar.top : parent.bottom
            shell: window.shell
            catalogue: window.catalogue
            search: window.search
            page: window.page
            guide: window.guide
            resume: window.resume
            narration: window.narration
            outOfServiceTexts: window.outOfServiceTexts
            enabled: !window.takeaway.opened && !window.shell.prompting
        }
        NarrationPanel {
            id: controls
            objectName: "narrationControls"
            anchors.bottom: bar.top
            width: parent.width
            visible: window.inSession && window.narration.active
            enabled: !window.shell.prompting
            shell: window.shell
            narration: window.narration
        }
        NavigationBar {
            id: bar
            anchors.bottom: parent.bottom
            width: parent.width
            visible: window.inSession
            enabled: !window.shell.prompting
            shell: window.shell
            narration: window.narration
            takeaway: window.takeaway
        }
        Loader {
            anchors.top: parent.top
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: bar.top
            active: window.takeaway.opened && window.inSession
            sourceComponent: TakeawayPanel {
                shell: window.shell
                takeaway: window.takeaway
                enabled: !window.shell.prompting
            }
        }
        Loader {
            anchors.fill: parent
            active: window.shell.prompting
            sourceComponent: InactivityPrompt {
                shell: window.shell
            }
        }
    }
}
