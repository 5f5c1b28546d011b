"""What a screen reader finds in the window and hears from it. Run by `.ci/reader`, on a bus and a display of their own."""

import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PATIENCE = 60  # seconds that anything may take
SESSION = "Opening ceremony, Mon 17 Nov"

heard = []


def switch_on():
    """Tells the desktop that somebody reads the screen."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", value, None,
                      Gio.DBusCallFlags.NONE, -1, None)


def hear(event):
    """Notes what is announced."""
    heard.append(str(event.any_data))


def wait(what, condition):
    """Waits until `condition` answers something, and answers it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            found = condition()
        except GLib.Error:  # what was there a moment ago may be gone
            found = None
        if found:
            print(f"reader: {what}", flush=True)
            return found
        time.sleep(0.1)
    sys.exit(f"reader: waited {PATIENCE} s in vain: {what}; heard {heard}")


def tree(node):
    """The node and all below it."""
    yield node
    for at in range(node.get_child_count()):
        child = node.get_child_at_index(at)
        if child is not None:
            yield from tree(child)


def find(root, holds):
    """The first one of which something holds."""
    return next((node for node in tree(root) if holds(node)), None)


def frame():
    """The window of the program."""
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(at)
        found = find(app, lambda node: node.get_role() in (Atspi.Role.FRAME, Atspi.Role.WINDOW)) if app else None
        if found:
            return found
    return None


def has(node, state):
    """Whether it is in a state."""
    return node.get_state_set().contains(state)


def keys(*pressed):
    """Presses keys in the window."""
    subprocess.run(["xdotool", "key", *pressed], check=True)


def main():
    """Reads, walks, moves, and puts it back."""
    switch_on()
    Atspi.init()
    listener = Atspi.EventListener.new(hear)
    listener.register("object:announcement")
    program = subprocess.Popen(sys.argv[1:])
    try:
        read(program)
    finally:
        program.kill()


def read(program):
    """The steps."""
    root = wait("the window is there", frame)
    wait("it has a name", lambda: "plan.ron" in root.get_name())
    window = wait("it can have the keyboard", lambda: subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", "plan.ron"], capture_output=True, text=True,
        check=False).stdout.split())[0]
    subprocess.run(["xdotool", "windowfocus", "--sync", window], check=True)

    def tabs():
        found = [node for node in tree(root) if node.get_role() == Atspi.Role.PAGE_TAB]
        return found if len(found) >= 4 else None

    tabs = wait("four views are tabs", tabs)
    assert tabs[0].get_name() == "Timeline", [tab.get_name() for tab in tabs]
    assert has(tabs[0], Atspi.StateType.SELECTED), "the open view is the selected tab"

    def session():
        return find(root, lambda node: node.get_name().startswith(SESSION))

    block = wait("a session says when, where and what it is", session)
    name = block.get_name()
    assert "Plenary Hall" in name and "2025" in name and "Ceremony" in name, name
    Atspi.Component.grab_focus(block)
    wait("it takes the keyboard", lambda: has(session(), Atspi.StateType.FOCUSED))

    keys("ctrl+Right")
    wait("it has moved and said so", lambda: any("10:15–11:15, Plenary Hall" in text for text in heard))
    wait("it still has the keyboard", lambda: has(session(), Atspi.StateType.FOCUSED))
    assert "10:15–11:15" in session().get_name(), session().get_name()
    keys("ctrl+z")
    wait("undo is said", lambda: any(text.startswith("Undone") for text in heard))

    before = len(heard)
    keys("F8")
    wait("F8 says the finding", lambda: len(heard) > before and len(heard[-1]) > 20)

    keys("F6")
    focused = wait("F6 leads to another part", lambda: find(root, lambda node: has(
        node, Atspi.StateType.FOCUSED) and not node.get_name().startswith(SESSION)))
    assert focused.get_name(), f"what has the keyboard has no name: {focused.get_role_name()}"

    nameless = [node.get_role_name() for node in tree(root)
                if has(node, Atspi.StateType.FOCUSABLE) and not node.get_name()]
    assert not nameless, f"without a name: {nameless}"
    signs = [node.get_name() for node in tree(root) if any("\ue000" <= c <= "\uf8ff" for c in node.get_name())]
    assert not signs, f"signs in names: {signs}"

    keys("ctrl+q")
    wait("it asks about nothing, because nothing has changed", lambda: program.poll() is not None)
    assert program.returncode == 0, program.returncode


main()
