import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.ViewModels

// How this kiosk is, as a signed code for a telephone or the admin's camera.
Item {
    id: page

    required property ConditionViewModel condition
    required property ShellViewModel shell
    readonly property string code: page.condition.statusCode

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.readingWidth)
        spacing: Theme.gapLarge

        Rectangle {
            visible: page.code !== ""
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(Theme.size(120), page.height * 0.6)
            height: width
            color: "white"

            QrCode {
                anchors.fill: parent
                anchors.margins: Theme.gap
                payload: page.code
                Accessible.role: Accessible.Graphic
                Accessible.name: page.shell.words.staff_status
            }
        }
        AppText {
            width: parent.width
            text: page.code !== "" ? page.shell.words.status_how : page.shell.words.no_rescue
            horizontalAlignment: Text.AlignHCenter
        }
        AppText {
            width: parent.width
            text: page.condition.shown
            horizontalAlignment: Text.AlignHCenter
        }
        AppText {
            visible: text !== ""
            width: parent.width
            text: page.condition.people
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
