package io.marquee.data;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * An opened dataset.
 *
 * @param name what people call it, such as "ml-latest-small" or "Matinee 100k"
 * @param ratings its ratings
 * @param catalogue its items' titles, years and genres
 * @param report what the import met, repaired and left out
 * @param noiseFloor the lowest test MSE any model can expect, in squared stars, where it is known because the
 *     dataset was generated with noise of known variance
 * @param publishedTrainRows where train and test came as two files: rows before this number are the train part, the
 *     rest the test part
 * @param publishedSplits names of the splits that its publisher made and that can be opened instead, such as u1 to u5,
 *     ua and ub of MovieLens 100K
 */
public record Dataset(
        String name,
        RatingTable ratings,
        Catalogue catalogue,
        ImportReport report,
        OptionalDouble noiseFloor,
        OptionalInt publishedTrainRows,
        List<String> publishedSplits) {

    public Dataset {
        publishedSplits = List.copyOf(publishedSplits);
    }

    /** A dataset whose publisher offers no splits. */
    public Dataset(String name, RatingTable ratings, Catalogue catalogue, ImportReport report,
            OptionalDouble noiseFloor, OptionalInt publishedTrainRows) {
        this(name, ratings, catalogue, report, noiseFloor, publishedTrainRows, List.of());
    }

    /**
     * The published split where the dataset came with one, otherwise as the spec says; a validation part is taken from
     * the train part either way.
     *
     * @throws IllegalArgumentException if the ratings cannot be divided so, with a sentence for people
     */
    public Split split(SplitSpec spec) {
        return publishedTrainRows.isPresent()
                ? Split.published(ratings, publishedTrainRows.getAsInt(), spec)
                : Split.of(ratings, spec);
    }
}
