pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Screens
import Kiosk.Theme
import Kiosk.ViewModels

Window {
    id: window

    required property ShellViewModel shell
    required property ModeViewModel mode
    required property var outOfServiceTexts
    required property var glyphs
    required property real pixelsPerUnit
    required property bool motion

    // Words that mark a preview; they stand above the panel.
    property var ribbon: []

    // Set by what serves visitors and staff, once it is there.
    property bool covered: false
    property real veil: 0
    // Nothing is shown while somebody goes by ear.
    property bool dark: false

    readonly property real ribbonHeight: ribbonPlace.height

    // What serves visitors and staff needs: view models by name; set after the first picture.
    property var views: null
    onViewsChanged: service.setSource("Service.qml", window.views)

    // Scrolls every list that holds the focus until it is seen.
    function reveal(item: Item): void {
        for (let place = item?.parent; place; place = place.parent) {
            const list = place as Flickable;
            const top = list ? item.mapToItem(list, 0, 0).y : 0;
            if (list && (top < 0 || top + item.height > list.height)) {
                const lowest = Math.max(0, list.contentHeight - list.height);
                list.contentY = Math.max(0, Math.min(list.contentY + top - (list.height - item.height) / 2, lowest));
            }
        }
    }

    onActiveFocusItemChanged: window.reveal(window.activeFocusItem)

    color: Theme.paper
    title: "Jusur"
    LayoutMirroring.enabled: shell.rightToLeft
    LayoutMirroring.childrenInherit: true

    Loader {
        id: ribbonPlace
        width: window.width
        active: window.ribbon.length > 0
        sourceComponent: PreviewRibbon {
            said: window.ribbon
        }
    }
    // Above what is brought within reach.
    Rectangle {
        visible: window.shell.aids.reach
        width: window.width
        height: place.y
        color: Theme.nightDeep
    }
    Rectangle {
        visible: window.shell.aids.reach
        y: place.y + place.height
        width: window.width
        height: window.height - y
        color: Theme.nightDeep
    }
    // As large as the window will be: what holds it has no size yet when all is made, and all would be laid out twice.
    Item {
        id: place
        readonly property bool low: window.shell.aids.reach

        y: low ? Math.max(ribbonPlace.height, window.shell.aids.bandTop(window.width, window.height)) : ribbonPlace.height
        width: window.width
        height: low ? window.shell.aids.bandHeight(window.width, window.height) : window.height - y

        ModeNotice {
            id: notice
            width: parent.width
            mode: window.mode
        }
        Loader {
            anchors.top: notice.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            enabled: !window.covered
            sourceComponent: {
                switch (window.shell.screen) {
                case "Attract":
                    return attract;
                case "Closed":
                case "Evacuation":
                    return closed;
                case "OutOfService":
                    return outOfService;
                default:
                    return null;
                }
            }
        }
        Loader {
            id: service
            anchors.top: notice.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
        }
    }
    // Where nothing of the machine's dims the panel; touches go through.
    Rectangle {
        anchors.fill: parent
        visible: opacity > 0
        color: "black"
        opacity: window.dark ? 1 : window.veil
    }
    Component {
        id: attract
        AttractScreen {
            shell: window.shell
            mode: window.mode
        }
    }
    Component {
        id: closed
        RestScreen {
            mode: window.mode
            shell: window.shell
        }
    }
    Component {
        id: outOfService
        OutOfServiceScreen {
            texts: window.outOfServiceTexts
        }
    }
    // Last: QML completes from the end on, and screens that are made before the theme is right would be made twice.
    Binding {
        target: Theme
        property: "unit"
        value: window.shell.aids.reach ? Math.min(window.pixelsPerUnit, window.shell.aids.bandUnit(window.width, window.height)) : window.pixelsPerUnit
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
        property: "evening"
        value: window.mode.evening
    }
    Binding {
        target: Theme
        property: "motion"
        value: window.motion && !window.shell.aids.calm
    }
    Binding {
        target: Theme
        property: "contrast"
        value: window.shell.aids.contrast
    }
    Binding {
        target: Theme
        property: "least"
        value: window.shell.aids.large && !window.covered ? window.shell.aids.letters(window.width, window.height) : 0
    }
    Binding {
        target: Theme
        property: "parted"
        value: window.shell.aids.reach && !window.covered && !window.shell.aids.bandWhole(window.width, window.height)
    }
    Binding {
        target: Theme
        property: "single"
        value: window.shell.aids.easy && !window.covered
    }
}
