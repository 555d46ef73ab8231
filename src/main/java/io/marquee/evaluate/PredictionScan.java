package io.marquee.evaluate;

import io.marquee.data.RatedItems;
import io.marquee.data.RatingTable;
import io.marquee.data.Split;
import io.marquee.evaluate.work.Workers;
import io.marquee.model.Predictor;
import io.marquee.model.TrainedModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Predicts many ratings on all cores, chunk by chunk. What is gathered of each chunk comes back in the order of the chunks,
 * so that sums do not depend on the number of threads.
 */
final class PredictionScan {

    private static final int CHUNK = 16_384;

    private final Predictor predictor;
    private final int size;
    private final Source source;

    private PredictionScan(Predictor predictor, int size, Source source) {
        this.predictor = predictor;
        this.size = size;
        this.source = source;
    }

    /** The test part of a split. */
    static PredictionScan ofTest(Predictor predictor, Split split) {
        return new PredictionScan(predictor, split.testSize(), (from, count, chunk) ->
                split.gatherTest(from, count, chunk.users, chunk.items, chunk.ratings));
    }

    /** The validation part of a split. */
    static PredictionScan ofValidation(Predictor predictor, Split split) {
        return new PredictionScan(predictor, split.validationSize(), (from, count, chunk) ->
                split.gatherValidation(from, count, chunk.users, chunk.items, chunk.ratings));
    }

    /** All ratings of a table, whose users and items are found in the model by their original ids. */
    static PredictionScan ofTable(Predictor predictor, TrainedModel model, RatingTable ratings) {
        int[] users = Translation.of(ratings.users(), model.users());
        int[] items = Translation.of(ratings.items(), model.items());
        return new PredictionScan(predictor, ratings.size(), (from, count, chunk) -> {
            for (int i = 0; i < count; i++) {
                chunk.users[i] = users[ratings.user(from + i)];
                chunk.items[i] = items[ratings.item(from + i)];
                chunk.ratings[i] = ratings.rating(from + i);
            }
        });
    }

    /** The ratings a model carries that it was not trained on. */
    static PredictionScan ofHeldOut(Predictor predictor, RatedItems history) {
        HeldOut heldOut = HeldOut.of(history);
        return new PredictionScan(predictor, heldOut.users().length, (from, count, chunk) -> {
            System.arraycopy(heldOut.users(), from, chunk.users, 0, count);
            System.arraycopy(heldOut.items(), from, chunk.items, 0, count);
            System.arraycopy(heldOut.ratings(), from, chunk.ratings, 0, count);
        });
    }

    /** Number of ratings. */
    int size() {
        return size;
    }

    /** Where the ratings come from. */
    private interface Source {
        void fill(int from, int count, Chunk chunk);
    }

    /** Reused buffers of one thread; the first {@link #count} places are valid. */
    static final class Chunk {
        final int[] users = new int[CHUNK];
        final int[] items = new int[CHUNK];
        final float[] ratings = new float[CHUNK];
        final float[] predictions = new float[CHUNK];
        int count;
    }

    /**
     * @param gather makes something of each chunk; called from several threads
     * @param mayGoOn asked between chunks, from any thread; may block to hold the scan
     * @return empty if {@code mayGoOn} said no
     */
    <T> Optional<List<T>> run(int threads, Function<Chunk, T> gather, BooleanSupplier mayGoOn) {
        int chunks = (size + CHUNK - 1) / CHUNK;
        List<T> gathered = new ArrayList<>(Collections.nCopies(chunks, null));
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            Predictor.Scorer scorer = predictor.scorer();
            Chunk chunk = new Chunk();
            for (int i = next.getAndIncrement(); i < chunks; i = next.getAndIncrement()) {
                if (!mayGoOn.getAsBoolean()) {
                    throw new CancellationException("Evaluation stopped");
                }
                chunk.count = Math.min(CHUNK, size - i * CHUNK);
                source.fill(i * CHUNK, chunk.count, chunk);
                scorer.predict(chunk.users, chunk.items, chunk.count, chunk.predictions);
                gathered.set(i, gather.apply(chunk));
            }
        };
        return Workers.run("marquee-evaluation", Math.min(threads, chunks), worker)
                ? Optional.of(gathered)
                : Optional.empty();
    }
}
