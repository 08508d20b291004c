pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Values
import Kiosk.ViewModels

// The numbers to call, the first one as large as a hand; at the foot the officer who is here. Nothing scrolls.
Item {
    id: screen

    required property ShellViewModel shell
    required property CatalogueViewModel catalogue
    readonly property Words words: screen.shell.words
    readonly property bool wide: width > height
    readonly property list<var> others: screen.catalogue.numbers.slice(1)
    readonly property bool odd: screen.others.length % 2 === 1
    readonly property int rows: Math.ceil(screen.others.length / 2)

    component Number: Pressable {
        id: number

        required property NumberRow modelData

        text: modelData.number + ", " + modelData.card.name
        Accessible.description: modelData.where
        raised: true
        padding: Theme.gapSmall
        onClicked: screen.shell.open(modelData.card.identifier)

        contentItem: Item {
            Headline {
                id: figure
                anchors.left: parent.left
                anchors.leftMargin: Theme.gapSmall
                anchors.verticalCenter: parent.verticalCenter
                width: Math.round(parent.width * 0.4)
                text: number.modelData.number
                steps: number.modelData.doubtful ? [Theme.head, Theme.lead] : [Theme.size(22), Theme.title, Theme.head, Theme.lead]
                lines: 1
                color: number.modelData.doubtful ? Theme.inkSoft : Theme.alarm
                Accessible.ignored: true
            }
            Column {
                anchors.left: figure.right
                anchors.right: parent.right
                anchors.leftMargin: Theme.gapSmall
                anchors.verticalCenter: parent.verticalCenter

                AppText {
                    width: parent.width
                    text: number.modelData.card.name
                    lineHeight: 0.85
                    wrapMode: Text.WordWrap
                    font.weight: Font.DemiBold
                    Accessible.ignored: true
                }
                AppText {
                    width: parent.width
                    text: number.modelData.where
                    color: Theme.inkSoft
                    lineHeight: 0.9
                    wrapMode: Text.WordWrap
                    font.pixelSize: Theme.caption
                    Accessible.ignored: true
                }
            }
        }
    }

    Pressable {
        id: first

        readonly property NumberRow row: screen.catalogue.numbers[0] ?? null

        anchors.left: parent.left
        width: screen.wide ? Math.round(screen.width * Theme.sideShare) : screen.width
        height: screen.wide ? screen.height : Math.round(screen.height * 0.32)
        text: row ? row.number + ", " + row.card.name : ""
        Accessible.description: row?.where ?? ""
        ground: Theme.alarm
        groundPressed: Theme.alarmPressed
        edge: "transparent"
        radius: 0
        padding: 0
        onClicked: screen.shell.open(first.row.card.identifier)

        contentItem: Item {
            ZelligePattern {
                anchors.fill: parent
                cell: Theme.size(30)
                ink: Theme.alarmPattern
            }
            AppText {
                id: name
                anchors.left: parent.left
                anchors.top: parent.top
                anchors.margins: Theme.margin
                width: parent.width - 2 * Theme.margin
                text: screen.words.emergency
                color: Theme.nightInk
                lineHeight: 1
                font.weight: Font.DemiBold
                font.pixelSize: Theme.lead
                Accessible.role: Accessible.Heading
            }
            AppText {
                id: nineteen
                x: screen.wide || !first.row ? (parent.width - width) / 2 : screen.shell.rightToLeft ? parent.width - width - Theme.margin : Theme.margin
                y: screen.wide ? (parent.height - height - who.height) / 2 : parent.height - height + Theme.size(6)
                text: first.row?.number ?? ""
                color: Theme.nightInk
                wrapMode: Text.NoWrap
                lineHeight: 1
                font.weight: Font.Bold
                font.pixelSize: Theme.size(78)
                Accessible.ignored: true
            }
            Column {
                id: who
                x: screen.wide ? Theme.margin : screen.shell.rightToLeft ? Theme.margin : nineteen.x + nineteen.width + Theme.gapLarge
                y: screen.wide ? nineteen.y + nineteen.height - Theme.gap : nineteen.y + (nineteen.height - height) / 2
                width: screen.wide ? parent.width - 2 * Theme.margin : parent.width - nineteen.width - 2 * Theme.margin - Theme.gapLarge

                Headline {
                    width: parent.width
                    text: first.row?.card.name ?? ""
                    steps: [Theme.head, Theme.lead]
                    horizontalAlignment: screen.wide ? Text.AlignHCenter : Text.AlignLeft
                    color: Theme.nightInk
                    Accessible.ignored: true
                }
                AppText {
                    width: parent.width
                    text: first.row?.where ?? ""
                    horizontalAlignment: screen.wide ? Text.AlignHCenter : Text.AlignLeft
                    color: Theme.nightInk
                    lineHeight: 1
                    Accessible.ignored: true
                }
            }
        }
    }
    Flow {
        id: grid
        anchors.top: screen.wide ? parent.top : first.bottom
        anchors.bottom: officer.top
        anchors.left: screen.wide ? first.right : parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin
        anchors.bottomMargin: Theme.gap
        spacing: Theme.gap

        Repeater {
            model: screen.others

            Number {
                required property int index

                // The first of an odd number takes the whole line.
                width: screen.odd && index === 0 ? grid.width : Math.floor((grid.width - grid.spacing) / 2)
                height: Math.floor((grid.height - (screen.rows - 1) * grid.spacing) / screen.rows)
            }
        }
    }
    TextButton {
        id: officer
        anchors.left: grid.left
        anchors.right: grid.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.margin
        implicitHeight: Theme.size(28)
        text: screen.words.officer_here
        iconName: "hand-waving"
        large: true
        onClicked: screen.shell.show("CallStaff")
    }
}
