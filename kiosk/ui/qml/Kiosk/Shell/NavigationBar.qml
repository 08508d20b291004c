pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// At the foot of every screen, within everyone's reach: the way back, help for the page, 19, and the languages.
// The languages keep the far corner of the bar on every screen.
Rectangle {
    id: bar

    required property ShellViewModel shell
    required property NarrationViewModel narration
    required property TakeawayViewModel takeaway
    readonly property Words words: bar.shell.words
    // Whoever opens the aids goes by keys.
    readonly property bool keyed: aids.visualFocus
    // Words as large as they can be beside one another.
    readonly property bool narrow: bar.width < Theme.size(225)
    readonly property real wordSize: Theme.size(bar.narrow ? 4.2 : 4.8)
    readonly property bool onPage: bar.shell.screen === "Page" || (bar.shell.screen === "Map" && bar.shell.identifier !== "")

    implicitHeight: Theme.target + 2 * Theme.gapSmall + Theme.size(1)
    color: Theme.night

    FocusWalk {
        objectName: "focusWalk"
        aids: aids
    }
    Rectangle {
        width: parent.width
        height: Theme.size(0.6)
        color: Theme.saffron
    }
    Row {
        id: tools
        anchors.left: parent.left
        anchors.leftMargin: Theme.gapSmall
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.size(0.6)

        BarButton {
            wordSize: bar.wordSize
            text: bar.words.back
            iconName: "arrow-left"
            directional: true
            mirror: bar.shell.rightToLeft
            enabled: bar.shell.canGoBack || bar.takeaway.opened || bar.shell.aids.opened
            onClicked: bar.takeaway.opened ? bar.takeaway.close() : bar.shell.aids.opened ? bar.shell.aids.close() : bar.shell.goBack()
        }
        BarButton {
            wordSize: bar.wordSize
            text: bar.words.home
            iconName: "house"
            onClicked: bar.shell.goHome()
        }
        BarButton {
            wordSize: bar.wordSize
            text: bar.words[bar.narration.label]
            iconName: bar.narration.icon
            enabled: bar.narration.available
            onClicked: bar.narration.toggle()
        }
        BarButton {
            wordSize: bar.wordSize
            visible: !bar.onPage
            text: bar.words.search
            iconName: "magnifying-glass"
            arrived: bar.shell.screen === "Search"
            onClicked: bar.shell.show("Search")
        }
        BarButton {
            wordSize: bar.wordSize
            visible: bar.onPage
            text: bar.words.take_away
            iconName: "qr-code"
            checked: bar.takeaway.opened
            choosable: true
            onClicked: {
                bar.shell.aids.close();
                bar.takeaway.opened ? bar.takeaway.close() : bar.takeaway.openCodes();
            }
        }
        BarButton {
            id: aids
            wordSize: bar.wordSize
            text: bar.words.aids
            iconName: "person-simple"
            checked: bar.shell.aids.opened
            choosable: true
            onClicked: {
                bar.takeaway.close();
                bar.shell.aids.toggleOpened();
            }
        }
        BarButton {
            wordSize: bar.wordSize
            text: bar.words.officer
            Accessible.name: bar.words.call_staff
            iconName: "hand-waving"
            arrived: bar.shell.screen === "CallStaff"
            onClicked: {
                bar.takeaway.close();
                bar.shell.show("CallStaff");
            }
        }
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.gapSmall
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.size(0.6)

        BarButton {
            wordSize: bar.wordSize
            text: bar.words.call
            Accessible.name: text + " 19"
            sign: "19"
            leads: true
            ground: Theme.alarm
            groundPressed: Theme.alarmPressed
            onClicked: {
                bar.takeaway.close();
                bar.shell.show("Emergency");
            }
        }
        Repeater {
            model: bar.shell.languages

            Pressable {
                id: language

                required property OfferedLanguage modelData
                readonly property bool current: modelData.tag === bar.shell.language

                width: Math.max(Theme.target, name.implicitWidth + 2 * Theme.size(bar.narrow ? 2.2 : 4))
                height: Theme.target + 2 * Theme.size(1)
                text: modelData.endonym
                checked: current
                choosable: true
                Accessible.role: Accessible.RadioButton
                ground: current ? Theme.nightInk : "transparent"
                groundPressed: Theme.nightPressed
                edge: current ? Theme.nightInk : Theme.nightLine
                onClicked: bar.shell.chooseLanguage(modelData.tag)

                contentItem: Item {
                    AppText {
                        id: name
                        anchors.centerIn: parent
                        text: language.modelData.endonym
                        color: language.current ? Theme.night : Theme.nightInk
                        wrapMode: Text.NoWrap
                        lineHeight: 1
                        font.pixelSize: bar.wordSize
                        font.weight: Font.Medium
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
