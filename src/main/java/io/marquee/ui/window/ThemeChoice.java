package io.marquee.ui.window;

/** Which colours the window has. */
public enum ThemeChoice {
    SYSTEM("Like the desktop"),
    LIGHT("Light"),
    DARK("Dark");

    private final String displayName;

    ThemeChoice(String displayName) {
        this.displayName = displayName;
    }

    public String displayName() {
        return displayName;
    }
}
