package io.marquee.cli;

/** Asks the system about native libraries and the display. */
interface NativeProbe {

    /** Whether the dynamic linker finds a library with all that it needs. */
    boolean loads(String library);

    /** Whether any font is installed: JavaFX does not start without one. */
    boolean hasFonts();

    /** Whether the X server that DISPLAY names lets this process in. */
    boolean opensDisplay();
}
