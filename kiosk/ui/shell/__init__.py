"""The shell: the window, the session, the route and the touches that keep a visit alive."""
