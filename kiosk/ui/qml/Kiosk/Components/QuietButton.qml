import Kiosk.Theme

// A button that does not ask for attention.
TextButton {
    ground: "transparent"
    groundPressed: Theme.surfacePressed
    edge: Theme.line
    ink: Theme.ink
}
