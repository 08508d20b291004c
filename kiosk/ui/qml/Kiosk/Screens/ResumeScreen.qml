pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// A resume code typed on large keys. Latin letters and figures: the code keeps its direction in every language. Nothing scrolls.
Zones {
    id: screen

    required property ShellViewModel shell
    required property ResumeViewModel resume
    readonly property Words words: screen.shell.words
    readonly property real key: (screen.doingWidth - 7 * keys.spacing) / 8

    iconName: "keyboard"
    source: screen.shell.door("services")
    doing: [
        Row {
            id: cells
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gapSmall
            LayoutMirroring.enabled: false
            LayoutMirroring.childrenInherit: true
            Accessible.role: Accessible.StaticText
            Accessible.name: screen.resume.cells.join("")

            Repeater {
                model: screen.resume.cells

                Item {
                    id: cell

                    required property string modelData
                    required property int index

                    width: box.width + (index === 4 ? Theme.gap : 0)
                    height: box.height

                    Rectangle {
                        id: box
                        anchors.right: parent.right
                        width: Math.floor((screen.doingWidth - 7 * cells.spacing - Theme.gap) / 8)
                        height: Theme.size(26)
                        radius: Theme.radius
                        color: Theme.surface
                        border.width: Theme.border * 2
                        border.color: screen.resume.refused ? Theme.alarm : cell.modelData === " " ? Theme.line : Theme.emerald

                        AppText {
                            anchors.centerIn: parent
                            text: cell.modelData
                            lineHeight: 1
                            font.pixelSize: Theme.head
                            font.weight: Font.Bold
                            Accessible.ignored: true
                        }
                    }
                }
            }
        },
        Grid {
            id: keys
            columns: 8
            spacing: Theme.size(1.5)
            LayoutMirroring.enabled: false
            LayoutMirroring.childrenInherit: true

            Repeater {
                model: screen.resume.keys

                KeyButton {
                    required property string modelData

                    width: screen.key
                    text: modelData
                    onClicked: screen.resume.press(modelData)
                }
            }
        },
        Item {
            width: parent.width
            height: open.height

            KeyButton {
                anchors.left: parent.left
                implicitWidth: Theme.size(40)
                height: open.height
                text: screen.words.erase
                iconName: "backspace"
                onClicked: screen.resume.erase()
            }
            TextButton {
                id: open
                anchors.right: parent.right
                width: parent.width - Theme.size(40) - Theme.gap
                implicitHeight: Theme.size(24)
                text: screen.words.resume_open
                iconName: "list-bullets"
                large: true
                ground: Theme.emerald
                enabled: screen.resume.full
                onClicked: screen.resume.submit()
            }
        }
    ]

    Headline {
        width: parent.width
        text: screen.words.resume_title
        color: Theme.emerald
    }
    AppText {
        width: parent.width
        text: screen.words.resume_how
        color: Theme.inkSoft
        lineHeight: 1
        font.pixelSize: Theme.lead
    }
    NoticePanel {
        visible: screen.resume.refused
        width: parent.width
        text: screen.words.resume_unknown
        rightToLeft: screen.shell.rightToLeft
    }
}
