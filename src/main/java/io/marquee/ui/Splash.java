package io.marquee.ui;

import java.awt.GraphicsEnvironment;
import java.awt.SplashScreen;

/** The picture that Java shows from before its first class is loaded; JavaFX knows nothing of it and would leave it there. */
public final class Splash {

    private Splash() {}

    /** Takes the picture away where there is one. */
    public static void close() {
        if (GraphicsEnvironment.isHeadless()) {
            return;
        }
        SplashScreen shown = SplashScreen.getSplashScreen();
        if (shown != null) {
            shown.close();
        }
    }
}
