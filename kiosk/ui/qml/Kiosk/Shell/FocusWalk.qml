import QtQuick
import QtQuick.Templates as T

// Moves the focus of who uses keys. It walks here and not in Python, whose halves of the items it passed would outlive them.
QtObject {
    id: walk

    required property Item aids
    // Stops looked at for the next one that can be used; the longest page has some hundred.
    readonly property int most: 400

    function usable(item: Item): bool {
        return item instanceof T.AbstractButton && item.visible && item.enabled && item.width > 0 && item.height > 0;
    }
    // The next thing that can be used, or the one before; of a name, where one is asked for.
    function next(from: Item, forward: bool, name: string): Item {
        let item = from;
        for (let stop = 0; stop < walk.most && item; stop++) {
            item = item.nextItemInFocusChain(forward);
            if (walk.usable(item) && (name === "" || (item as T.AbstractButton).text === name))
                return item;
        }
        return null;
    }
    // From the last to the first. Before the first stands what helps those who see or reach little: one key away on every screen.
    function move(forward: bool): void {
        const window = walk.aids.Window.window;
        const item = window.activeFocusItem ?? window.contentItem;
        const first = item === window.contentItem || item === walk.next(window.contentItem, true, "");
        const found = !forward && first && walk.usable(walk.aids) ? walk.aids : walk.next(item, forward, "");
        found?.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }
    // To what has a name.
    function show(name: string): void {
        walk.next(walk.aids.Window.window.contentItem, true, name)?.forceActiveFocus(Qt.TabFocusReason);
    }
}
