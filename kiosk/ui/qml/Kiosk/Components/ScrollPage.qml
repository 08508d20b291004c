import QtQuick
import Kiosk.Theme

// A column that scrolls, by finger or by its two buttons.
Item {
    id: page

    default property alias content: column.data
    property Component banner: null
    property string upName: ""
    property string downName: ""
    property real spacing: Theme.gap
    // Its own buttons, in a gutter of their own; else whoever uses it puts some elsewhere.
    property bool buttons: true
    property real most: Theme.readingWidth
    // What is short stands at the foot, within reach.
    property bool low: false
    // The sign over it, where that leaves room.
    property string sign: ""
    readonly property Flickable flickable: area
    readonly property real columnWidth: Math.min(page.width - 2 * Theme.margin - (page.buttons && arrows.needed ? Theme.target + Theme.gap : 0), page.most)

    readonly property real margin: Theme.margin

    // What is kept in view while the page grows around it.
    property Item kept: null

    function toTop(): void {
        page.kept = null;
        area.contentY = 0;
    }
    // Scrolls only when the item is not in view, and then so that it stands in the upper part of it.
    function reveal(item: Item): void {
        page.kept = item;
        const top = item.mapToItem(area.contentItem, 0, 0).y;
        if (top < area.contentY || top + item.height > area.contentY + area.height)
            area.contentY = Math.max(0, Math.min(top - area.height * 0.15, area.contentHeight - area.height));
    }

    Flickable {
        id: area
        anchors.fill: parent
        contentWidth: width
        contentHeight: column.y + column.height + Theme.margin
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        onMovementStarted: page.kept = null
        onContentHeightChanged: {
            if (page.kept)
                page.reveal(page.kept);
        }

        Loader {
            id: band
            sourceComponent: page.banner
        }
        Column {
            id: column
            x: page.LayoutMirroring.enabled ? page.width - width - page.margin : page.margin
            y: Math.max(band.height + Theme.gapLarge, page.low ? page.height - height - Theme.margin : 0)
            width: page.columnWidth
            spacing: page.spacing
        }
    }
    Icon {
        visible: page.low && page.sign !== "" && column.y > Theme.size(50)
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.round((column.y - height) / 2)
        name: page.sign
        color: Theme.emerald
        size: Math.round(Math.min(Theme.size(70), Math.max(0, column.y - Theme.size(20))))
    }
    ScrollButtons {
        id: arrows
        visible: page.buttons && needed
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap
        flickable: area
        upName: page.upName
        downName: page.downName
    }
}
