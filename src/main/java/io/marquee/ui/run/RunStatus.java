package io.marquee.ui.run;

import java.util.Locale;

/**
 * What the status bar says of a run.
 *
 * @param fraction part done, 0 to 1; -1 while that is not known
 * @param where what is being done, such as "Training · epoch 3 of 25"
 * @param timeLeft such as "about 2 min left"; empty where there is nothing to say
 * @param speed such as "412,000 ratings/s"; empty where there is nothing to say
 */
public record RunStatus(double fraction, String where, String timeLeft, String speed) {

    static RunStatus idle() {
        return new RunStatus(0, RunState.IDLE.words(), "", "");
    }

    static RunStatus of(RunState state, TrainingMonitor.Snapshot snapshot, double secondsLeft) {
        if (snapshot.started().isEmpty()) {
            return new RunStatus(state.active() ? -1 : 0, state.words(), "", "");
        }
        int planned = snapshot.epochsPlanned();
        int finished = snapshot.epochs().size();
        String where = state.active()
                ? String.format(Locale.ROOT, "%s · epoch %,d of %,d", activity(state, snapshot),
                        Math.min(planned, Math.max(1, Math.max(snapshot.epoch(), finished))), planned)
                : String.format(Locale.ROOT, "%s · %,d of %,d epochs", state.words(), finished, planned);
        String left = state == RunState.RUNNING && !Double.isNaN(secondsLeft) ? duration(secondsLeft) + " left" : "";
        String speed = Double.isNaN(snapshot.ratingsPerSecond()) || !state.active() || state == RunState.PAUSED
                ? "" : ratingsPerSecond(snapshot.ratingsPerSecond());
        return new RunStatus(snapshot.fraction(), where, left, speed);
    }

    private static String activity(RunState state, TrainingMonitor.Snapshot snapshot) {
        boolean allBatches = snapshot.batchesDone() == snapshot.started().orElseThrow().batchesPerEpoch();
        return state == RunState.RUNNING && allBatches && snapshot.epochs().size() < snapshot.epoch()
                ? "Evaluating" : state.words();
    }

    /** Three digits are all that such a measurement is good for. */
    static String ratingsPerSecond(double rate) {
        if (rate >= 1e6) {
            return String.format(Locale.ROOT, "%.2fM ratings/s", rate / 1e6);
        }
        return String.format(Locale.ROOT, rate >= 10_000 ? "%,.0fk ratings/s" : "%,.1fk ratings/s", rate / 1e3);
    }

    /** Such as "40 s", "3 min 20 s", "2 h 5 min". */
    static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return Math.max(1, whole) + " s";
        }
        if (whole < 600) {
            return whole / 60 + " min " + whole % 60 + " s";
        }
        if (whole < 3600) {
            return Math.round(whole / 60.0) + " min";
        }
        return whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
}
