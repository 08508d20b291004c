pragma ComponentBehavior: Bound

import QtQuick

// What stands under some items and is said or can be touched, in the order it is read. Read again, only what has changed is made anew.
ListModel {
    id: model

    property bool rightToLeft: false

    function ordered(root: Item): list<Item> {
        const list = root.parent as Flickable;
        const children = Array.from(root.children);
        // Of two languages side by side one's own is first, on whichever side it stands.
        if (root instanceof Row && model.rightToLeft && children[0] instanceof SpokenText)
            return children.sort((one, other) => other.x - one.x);
        if (!list || !("displayMarginEnd" in list))
            return children;
        const way = model.rightToLeft ? -1 : 1;
        return children.sort((one, other) => one.y - other.y || way * (one.x - other.x));
    }
    // Whole lists: those under it make only what they show.
    function fill(list: var): void {
        if ("displayMarginEnd" in list) {
            list.displayMarginBeginning = Math.ceil(list.contentHeight);
            list.displayMarginEnd = Math.ceil(list.contentHeight);
        }
    }
    function gather(root: Item, found: var): void {
        for (const child of model.ordered(root)) {
            if (!child.visible || child.opacity === 0 || child instanceof ScrollButtons || child instanceof Icon)
                continue;
            if (child instanceof Flickable)
                model.fill(child);
            if (child instanceof Pressable || child instanceof QrCode)
                found.push(child);
            else if (!(child instanceof Text))
                model.gather(child, found);
            else if (child.text !== "")
                found.push(child);
        }
    }
    // Follows what these items have become; whether it is something else from the first thing on.
    function follow(roots: list<Item>): bool {
        const now = [];
        for (const root of roots) {
            if (root?.visible)
                model.gather(root, now);
        }
        let same = 0;
        while (same < now.length && same < model.count && model.get(same).source === now[same])
            same++;
        let rest = 0;
        while (rest < now.length - same && rest < model.count - same && model.get(model.count - 1 - rest).source === now[now.length - 1 - rest])
            rest++;
        const changed = model.count !== now.length || same < now.length;
        if (model.count > same + rest)
            model.remove(same, model.count - same - rest);
        for (let place = same; place < now.length - rest; place++)
            model.insert(place, {
                source: now[place]
            });
        return changed && same === 0;
    }

    dynamicRoles: true
}
