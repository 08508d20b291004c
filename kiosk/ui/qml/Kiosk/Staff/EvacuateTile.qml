import Kiosk.Theme
import Kiosk.Values

// Apart from all other modes, at the foot of the board, as wide as the panel.
StaffTile {
    id: tile

    required property ModeTile alarm

    visible: tile.alarm !== null
    height: Theme.size(24)
    choice: true
    large: true
    text: tile.alarm?.card.name ?? ""
    iconName: tile.alarm?.card.icon ?? ""
    checked: tile.alarm?.chosen ?? false
    ink: Theme.nightInk
    ground: Theme.alarm
    groundPressed: Theme.alarmPressed
}
