import QtQuick
import Kiosk.Theme

// An item in a grid: picture, name, one sentence.
Pressable {
    id: tile

    required property string iconName
    property string summary: ""
    property color accent: Theme.night
    property string source: ""
    property bool large: false
    property bool beside: false

    raised: true
    padding: Theme.gap + Theme.gapSmall
    Accessible.description: summary

    contentItem: Item {
        implicitHeight: texts.y + texts.implicitHeight

        ItemPicture {
            id: picture
            anchors.left: parent.left
            width: tile.beside ? Math.min(tile.availableHeight, Theme.size(44)) : (tile.large ? Math.min(tile.availableHeight * 0.4, Theme.size(40)) : Theme.size(26))
            height: width
            iconName: tile.iconName
            fill: tile.accent
            source: tile.source
        }
        Column {
            id: texts
            anchors.left: tile.beside ? picture.right : parent.left
            anchors.right: parent.right
            anchors.leftMargin: tile.beside ? Theme.gap : 0
            y: tile.beside ? (picture.height - implicitHeight) / 2 : picture.height + Theme.gapSmall
            spacing: Theme.gapSmall

            AppText {
                id: title
                width: parent.width
                text: tile.text
                lineHeight: 1
                maximumLineCount: 3
                elide: Text.ElideRight
                font.weight: Font.DemiBold
                font.pixelSize: tile.large ? Theme.size(7.4) : Theme.body
                Accessible.ignored: true
            }
            AppText {
                opacity: tile.beside || picture.height + title.height + height + 2 * Theme.gapSmall <= tile.availableHeight ? 1 : 0
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
