package io.marquee.cli;

import io.marquee.data.Progress;
import io.marquee.export.ExportRequest;
import io.marquee.export.Exporter;
import io.marquee.model.TrainedModel;
import java.io.IOException;

/** One export with a progress bar; Ctrl+C leaves a file of lists so that it can be continued. */
final class ExportSession {

    private final Console console;
    private volatile boolean stopped;

    ExportSession(Console console) {
        this.console = console;
    }

    /** @return the exit code */
    int run(TrainedModel model, ExportRequest request) throws IOException {
        try (StopOnShutdown stop = StopOnShutdown.of(() -> stopped = true)) {
            Exporter.Result result;
            try (WorkBar bar = new WorkBar(console)) {
                result = Exporter.export(model, request, stoppable(bar));
            }
            console.say(result.sentence());
            console.flush();
            return result.complete() && !stop.asked() ? ExitCode.OK : ExitCode.INTERRUPTED;
        }
    }

    private Progress stoppable(Progress shown) {
        return new Progress() {
            @Override
            public void report(double fraction, String what) {
                shown.report(fraction, what);
            }

            @Override
            public boolean cancelled() {
                return stopped;
            }
        };
    }
}
