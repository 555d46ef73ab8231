package io.marquee.cli;

import io.marquee.data.Progress;
import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error while long work lasts; nothing where no person sees it. Gone when closed. */
final class WorkBar implements Progress, AutoCloseable {

    private static final int WIDTH = 79;
    private static final int STEPS = 1000;

    private final Console console;
    private ProgressBar bar;
    private String shown = "";

    WorkBar(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void report(double fraction, String what) {
        if (!console.interactive()) {
            return;
        }
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setInitialMax(STEPS)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new Line(console.err()))
                    .setUpdateIntervalMillis(200)
                    .setUnit(" %", STEPS / 100)
                    .clearDisplayOnFinish()
                    .build();
        }
        if (!shown.equals(what)) {
            shown = what;
            bar.setExtraMessage(" " + Console.harmless(what));
        }
        bar.stepTo(Math.round(Math.max(0, Math.min(1, fraction)) * STEPS));
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
            shown = "";
        }
    }

    /** The library's own consumer ends with an empty line and starts a terminal library to learn the width. */
    private record Line(PrintStream stream) implements ProgressBarConsumer {

        @Override
        public int getMaxRenderedLength() {
            return WIDTH;
        }

        @Override
        public void accept(String rendered) {
            stream.print(rendered);
            stream.flush();
        }

        @Override
        public void clear() {
            accept("\r" + " ".repeat(WIDTH) + "\r");
        }

        @Override
        public void close() {}
    }
}
