pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme

// Places for figures that stand before the first is entered and never move: dots for a secret, figures by day and hour for a time.
Item {
    id: slots

    required property int figures
    required property string shown
    // What each group of figures is; none for a secret.
    required property list<string> parts
    readonly property bool secret: slots.parts.length === 0
    readonly property list<int> lengths: [2, 2, 4, 2, 2]
    property int least: 6
    readonly property int most: 12

    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Row {
        visible: slots.secret
        anchors.centerIn: parent
        spacing: Theme.size(3.4)

        Repeater {
            model: slots.most

            Rectangle {
                required property int index
                readonly property bool filled: index < slots.figures

                anchors.verticalCenter: parent?.verticalCenter
                width: Theme.size(index < slots.least || filled ? 7.5 : 3)
                height: width
                radius: width / 2
                color: filled ? Theme.ink : "transparent"
                border.width: Theme.size(0.6)
                border.color: index < slots.least || filled ? Theme.ink : Theme.line
            }
        }
    }
    Row {
        visible: !slots.secret
        anchors.centerIn: parent
        spacing: Theme.size(3)

        Repeater {
            model: slots.parts

            Column {
                id: group

                required property string modelData
                required property int index
                readonly property int before: slots.lengths.slice(0, group.index).reduce((sum, count) => sum + count, 0)

                spacing: Theme.size(1)

                Row {
                    anchors.horizontalCenter: parent.horizontalCenter
                    spacing: Theme.size(0.8)

                    Repeater {
                        model: slots.lengths[group.index] ?? 0

                        Rectangle {
                            id: place

                            required property int index
                            readonly property int at: group.before + place.index

                            width: Theme.size(9.6)
                            height: Theme.size(15)
                            radius: Theme.size(1.5)
                            color: Theme.surface
                            border.width: Theme.size(place.at === slots.figures ? 0.9 : 0.4)
                            border.color: place.at === slots.figures ? Theme.emerald : Theme.line

                            AppText {
                                anchors.centerIn: parent
                                text: slots.shown[place.at] ?? ""
                                lineHeight: 1
                                font.pixelSize: Theme.lead
                                font.weight: Font.DemiBold
                            }
                        }
                    }
                }
                AppText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: group.modelData
                    color: Theme.inkSoft
                    lineHeight: 1
                    font.pixelSize: Theme.caption
                    Accessible.ignored: true
                }
            }
        }
    }
}
