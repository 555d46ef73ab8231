package io.marquee.cli;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks through JNA, which opens libraries by name as JavaFX's own native code does. */
final class JnaProbe implements NativeProbe {

    /** A remote display that does not answer blocks the X library for minutes. */
    private static final int PATIENCE_SECONDS = 5;

    @Override
    public boolean loads(String library) {
        try {
            NativeLibrary.getInstance(library);
            return true;
        } catch (LinkageError e) {
            return false;
        }
    }

    @Override
    public boolean hasFonts() {
        try {
            // FcFontSet *FcConfigGetFonts(FcConfig *current, FcSetSystem): the set begins with its size.
            Pointer fonts = NativeLibrary.getInstance("libfontconfig.so.1")
                    .getFunction("FcConfigGetFonts").invokePointer(new Object[] {null, 0});
            return fonts != null && fonts.getInt(0) > 0;
        } catch (LinkageError e) {
            return false;
        }
    }

    @Override
    public boolean opensDisplay() {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread asking = new Thread(() -> {
            try {
                answer.complete(connects());
            } catch (LinkageError | RuntimeException e) {
                answer.complete(false);
            }
        }, "marquee-display-check");
        asking.setDaemon(true);
        asking.start();
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean connects() {
        NativeLibrary x11 = NativeLibrary.getInstance("libX11.so.6");
        Pointer display = x11.getFunction("XOpenDisplay").invokePointer(new Object[] {null});
        if (display == null) {
            return false;
        }
        x11.getFunction("XCloseDisplay").invokeInt(new Object[] {display});
        return true;
    }
}
