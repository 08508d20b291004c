pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// What page it is, in which language it is read, who is there, and the way out; in two rows where one has no room for them.
Rectangle {
    id: header

    required property string title
    required property StaffViewModel staff
    required property ShellViewModel shell
    readonly property bool narrow: width < Theme.size(320)

    implicitHeight: head.height + (header.narrow ? who.height + 2 * Theme.gapSmall : 0)
    color: Theme.nightDeep

    ScreenHeader {
        id: head
        width: parent.width
        compact: true
        title: header.title

        TextButton {
            id: leave
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            readonly property bool leadsBack: header.staff.name !== "" && header.staff.page !== "Board"

            text: leadsBack ? header.shell.words.back : header.shell.words.close
            iconName: !leadsBack ? "x-circle" : header.shell.rightToLeft ? "arrow-right" : "arrow-left"
            ground: Theme.nightPressed
            groundPressed: Theme.nightDeep
            onClicked: header.staff.goBack()
        }
    }
    Row {
        id: who
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin + (header.narrow ? 0 : leave.width + Theme.gapLarge)
        y: header.narrow ? head.height + Theme.gapSmall : (head.height - height) / 2
        spacing: Theme.gapSmall

        AppText {
            visible: header.narrow || header.width > Theme.size(380)
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, Theme.size(70))
            elide: Text.ElideRight
            rightPadding: Theme.gap
            leftPadding: Theme.gap
            text: header.staff.name
            color: Theme.nightInkSoft
            wrapMode: Text.NoWrap
            lineHeight: 1
            font.pixelSize: Theme.caption
        }
        Repeater {
            model: header.shell.languages

            TextButton {
                required property OfferedLanguage modelData

                checked: modelData.tag === header.shell.language
                leftPadding: Theme.gap
                rightPadding: Theme.gap
                text: modelData.endonym
                ground: checked ? Theme.nightInk : Theme.nightPressed
                groundPressed: Theme.nightDeep
                ink: checked && !pressed ? Theme.night : Theme.nightInk
                choosable: true
                Accessible.role: Accessible.RadioButton
                onClicked: header.staff.chooseLanguage(modelData.tag)
            }
        }
    }
}
