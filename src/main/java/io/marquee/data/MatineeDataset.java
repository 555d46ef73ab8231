package io.marquee.data;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The built-in dataset: invented movies, people and ratings with the proportions of MovieLens. Because its tastes are
 * planted and its noise is known, so is the lowest test MSE that any model can reach.
 */
public final class MatineeDataset {

    /** The seed of the dataset that is opened by name. */
    public static final long DEFAULT_SEED = 20;

    /** Grows with every change by which a seed gives another dataset, so that copies of older ones are known for that. */
    public static final int RECIPE = 1;

    private MatineeDataset() {}

    /**
     * Opens the dataset of a name.
     *
     * @param size what follows {@code matinee:}, such as "1m"; empty for the smallest
     * @throws InvalidDataException if there is no such size
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public static Dataset open(String size, Progress progress) throws InvalidDataException {
        MatineePreset preset = size.isEmpty()
                ? MatineePreset.SMALL
                : MatineePreset.parse(size).orElseThrow(() -> new InvalidDataException(
                        "The built-in dataset has no size \"" + size + "\"; choose one of " + MatineePreset.names()
                                + ", as in \"matinee:1m\"."));
        return generate(preset, DEFAULT_SEED, progress);
    }

    /**
     * Makes the dataset of a size and seed; the same size and seed give the same dataset.
     *
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public static Dataset generate(MatineePreset preset, long seed, Progress progress) {
        return generate(preset, seed, Runtime.getRuntime().availableProcessors(), progress);
    }

    static Dataset generate(MatineePreset preset, long seed, int threads, Progress progress) {
        progress.report(0, "inventing movies");
        MatineeTruth truth = MatineeTruth.of(preset, seed);
        Catalogue catalogue = new MatineeCatalogue(truth.movies(), seed).catalogue();
        MatineeRatings ratings = new MatineeRatings(preset, seed, truth);
        double noiseFloor = ratings.fill(threads, progress);
        String note = String.format(Locale.ROOT, "Generated from seed %d, noise floor %.2f", seed, noiseFloor);
        return new Dataset(preset.displayName(), ratings.table(), catalogue,
                new ImportReport(preset.ratings(), preset.ratings(), 0, 0, List.of(note)),
                OptionalDouble.of(noiseFloor), OptionalInt.empty());
    }
}
