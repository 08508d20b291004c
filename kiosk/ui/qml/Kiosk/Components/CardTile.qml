import QtQuick
import Kiosk.Theme

// An item in a grid: picture, name, one sentence.
Pressable {
    id: tile

    required property string iconName
    property string summary: ""
    property color accent: Theme.night
    property bool large: false

    raised: true
    padding: Theme.gap + Theme.gapSmall
    Accessible.description: summary

    contentItem: Item {
        implicitHeight: column.implicitHeight

        Column {
            id: column
            width: parent.width
            spacing: Theme.gapSmall

            Item {
                width: parent.width
                height: picture.height

                ItemPicture {
                    id: picture
                    anchors.left: parent.left
                    width: tile.large ? Theme.size(36) : Theme.size(26)
                    height: width
                    iconName: tile.iconName
                    fill: tile.accent
                }
            }
            AppText {
                width: parent.width
                text: tile.text
                lineHeight: 1
                maximumLineCount: 3
                elide: Text.ElideRight
                font.weight: Font.DemiBold
                font.pixelSize: tile.large ? Theme.heading : Theme.body
                Accessible.ignored: true
            }
            AppText {
                visible: text !== ""
                width: parent.width
                text: tile.summary
                color: Theme.inkSoft
                lineHeight: 1
                maximumLineCount: 4
                elide: Text.ElideRight
                font.pixelSize: tile.large ? Theme.label : Theme.caption
                Accessible.ignored: true
            }
        }
    }
}
