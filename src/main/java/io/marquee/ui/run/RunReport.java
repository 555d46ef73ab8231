package io.marquee.ui.run;

import io.marquee.model.Protocol;
import io.marquee.train.EpochResult;
import io.marquee.train.TimeVerdict;
import io.marquee.train.TrainingEvent;
import java.util.List;
import java.util.Locale;

/** The words under the results of a run: how they were measured, and where the time went. */
public final class RunReport {

    private RunReport() {}

    /** How the results were obtained, in one line; empty before a run has started. */
    public static String protocol(TrainingMonitor.Snapshot snapshot) {
        if (snapshot.started().isEmpty()) {
            return "";
        }
        TrainingEvent.RunStarted started = snapshot.started().get();
        Protocol protocol = started.protocol();
        StringBuilder line = new StringBuilder();
        line.append(protocol.dataset()).append(" · ").append(protocol.split());
        line.append(String.format(Locale.ROOT, " (%,d train, ", protocol.trainRatings()));
        if (protocol.validationRatings() > 0) {
            line.append(String.format(Locale.ROOT, "%,d validation, ", protocol.validationRatings()));
        }
        line.append(String.format(Locale.ROOT, "%,d test)", protocol.testRatings()));
        line.append(protocol.clipped() ? " · predictions clipped to the scale" : " · predictions not clipped");
        line.append(" · ").append(protocol.epochInWords()).append(" · test part ").append(protocol.testRule());
        line.append(" · train MSE ").append(protocol.trainMseRule());
        if (protocol.coldUsers() + protocol.coldItems() > 0) {
            line.append(String.format(Locale.ROOT, " · without a train rating: %,d users, %,d movies",
                    protocol.coldUsers(), protocol.coldItems()));
        }
        return line.toString();
    }

    /** What trains, and by which code path; empty before a run has started. */
    public static String engine(TrainingMonitor.Snapshot snapshot) {
        return snapshot.started().map(started -> String.format(Locale.ROOT, "%,d parameters · %s, %s",
                started.parameters(), started.protocol().device(), started.protocol().engine())).orElse("");
    }

    /** Where the time of the epochs went; empty before the first. */
    public static String verdict(List<EpochResult> epochs) {
        return epochs.isEmpty() ? "" : TimeVerdict.of(epochs.stream().map(EpochResult::phases).toList()).sentence();
    }
}
