package io.marquee.runs;

import io.marquee.train.TrainingRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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

    static RunTicket of(TrainingRequest request, String dataset) {
        Instant now = Instant.now();
        String key = STAMP.format(now.atZone(ZoneId.systemDefault())) + "-" + UUID.randomUUID().toString().substring(0, 8);
        return new RunTicket(key, now, dataset, request);
    }
}
