package io.marquee.runs;

import io.marquee.train.Checkpoints;
import io.marquee.train.TrainingRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a run before it begins.
 *
 * @param key name of its folder, never given twice
 * @param created when it was asked for
 * @param dataset name of its dataset
 * @param request what is asked for
 */
record RunTicket(String key, Instant created, String dataset, TrainingRequest request) {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    /** A run that does not say where its checkpoints go keeps them in a folder of the history. */
    static RunTicket of(TrainingRequest request, String dataset, RunFolders folders) {
        Instant now = Instant.now();
        String key = STAMP.format(now.atZone(ZoneId.systemDefault())) + "-" + UUID.randomUUID().toString().substring(0, 8);
        return new RunTicket(key, now, dataset,
                request.checkpoints().isPresent() ? request : request.savingTo(folders.checkpoints(key)));
    }

    /** The checkpoints it goes on from; empty for a new run. */
    Optional<Path> resumed() {
        return request.checkpoints().filter(Checkpoints::resume).map(Checkpoints::folder);
    }

    /** The request as it is remembered: where the checkpoints are, not that it once went on from them or was for a trial. */
    TrainingRequest remembered() {
        return request.forItself().savingTo(request.checkpoints().orElseThrow().folder());
    }
}
