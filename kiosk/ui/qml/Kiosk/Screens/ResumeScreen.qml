pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// A resume code typed on large keys. Latin letters and figures: the code keeps its direction in every language.
Item {
    id: screen

    required property ShellViewModel shell
    required property ResumeViewModel resume
    readonly property Words words: screen.shell.words

    ScreenHeader {
        id: header
        width: parent.width
        compact: screen.width > screen.height
        title: screen.words.resume_title
        subtitle: screen.words.resume_how
    }
    Column {
        id: typing
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: header.bottom
        anchors.topMargin: Theme.gapLarge
        width: keys.width
        spacing: Theme.gapLarge

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gapSmall
            LayoutMirroring.enabled: false
            LayoutMirroring.childrenInherit: true
            Accessible.role: Accessible.StaticText
            Accessible.name: screen.resume.cells.join("")

            Repeater {
                model: screen.resume.cells

                Rectangle {
                    id: cell

                    required property string modelData
                    required property int index

                    width: Theme.size(14) + (index === 4 ? Theme.gapLarge : 0)
                    height: Theme.size(18)
                    color: "transparent"

                    Rectangle {
                        anchors.right: parent.right
                        width: Theme.size(14)
                        height: parent.height
                        radius: Theme.radius
                        color: Theme.surface
                        border.width: Theme.border * 2
                        border.color: screen.resume.refused ? Theme.alarm : cell.modelData === " " ? Theme.line : Theme.emerald

                        AppText {
                            anchors.centerIn: parent
                            text: cell.modelData
                            lineHeight: 1
                            font.pixelSize: Theme.titleSize
                            font.weight: Font.Bold
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
        Grid {
            id: keys
            anchors.horizontalCenter: parent.horizontalCenter
            columns: 8
            spacing: Theme.gapSmall
            LayoutMirroring.enabled: false
            LayoutMirroring.childrenInherit: true

            Repeater {
                model: screen.resume.keys

                KeyButton {
                    required property string modelData

                    width: Theme.size(20)
                    text: modelData
                    onClicked: screen.resume.press(modelData)
                }
            }
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gap

            KeyButton {
                implicitWidth: Theme.size(30)
                text: screen.words.erase
                iconName: "backspace"
                onClicked: screen.resume.erase()
            }
            TextButton {
                implicitHeight: Theme.size(18)
                text: screen.words.resume_open
                iconName: "list-bullets"
                enabled: screen.resume.full
                opacity: enabled ? 1 : 0.35
                onClicked: screen.resume.submit()
            }
        }
        NoticePanel {
            visible: screen.resume.refused
            width: parent.width
            text: screen.words.resume_unknown
            rightToLeft: screen.shell.rightToLeft
        }
    }
}
