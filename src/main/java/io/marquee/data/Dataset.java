package io.marquee.data;

import java.util.ArrayList;
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
 * @param filterSteps what each step of a filter left; empty where all ratings are here
 * @param core numbers of ratings that users and movies must have in the train part, which each split sees to
 */
public record Dataset(
        String name,
        RatingTable ratings,
        Catalogue catalogue,
        ImportReport report,
        OptionalDouble noiseFloor,
        OptionalInt publishedTrainRows,
        List<String> publishedSplits,
        List<FilterStep> filterSteps,
        RatingCore core) {

    public Dataset {
        publishedSplits = List.copyOf(publishedSplits);
        filterSteps = List.copyOf(filterSteps);
    }

    /** A dataset with all its ratings. */
    public Dataset(String name, RatingTable ratings, Catalogue catalogue, ImportReport report,
            OptionalDouble noiseFloor, OptionalInt publishedTrainRows, List<String> publishedSplits) {
        this(name, ratings, catalogue, report, noiseFloor, publishedTrainRows, publishedSplits, List.of(),
                RatingCore.NONE);
    }

    /** A dataset whose publisher offers no splits. */
    public Dataset(String name, RatingTable ratings, Catalogue catalogue, ImportReport report,
            OptionalDouble noiseFloor, OptionalInt publishedTrainRows) {
        this(name, ratings, catalogue, report, noiseFloor, publishedTrainRows, List.of());
    }

    /** This dataset with another report and other published splits on offer. */
    public Dataset with(ImportReport other, List<String> splits) {
        return new Dataset(name, ratings, catalogue, other, noiseFloor, publishedTrainRows, splits, filterSteps, core);
    }

    /**
     * The part of this dataset that a filter leaves; its name says so. Numbers of ratings count in the train part alone,
     * so those it asks for are seen to by {@link #split}.
     *
     * @throws IllegalArgumentException if nothing is left of a part, with a sentence for people
     */
    public Dataset filtered(FilterSpec filter) {
        FilterSpec ofRows = filter.withoutCore();
        if (ofRows.keepsAll()) {
            return new Dataset(name, ratings, catalogue, report, noiseFloor, publishedTrainRows, publishedSplits,
                    filterSteps, filter.core());
        }
        RatingFilter.Result result = RatingFilter.apply(ratings, ofRows);
        int trainLeft = result.rows().get(0, publishedTrainRows.orElse(ratings.size())).cardinality();
        if (publishedTrainRows.isPresent() && (trainLeft == 0 || trainLeft == result.table().size())) {
            throw new IllegalArgumentException("The filter leaves no ratings in the " + (trainLeft == 0 ? "train" : "test")
                    + " part. Ask for less.");
        }
        OptionalInt left = publishedTrainRows.isPresent() ? OptionalInt.of(trainLeft) : OptionalInt.empty();
        return new Dataset(name + ", " + ofRows.inWords(), result.table(), catalogue, report, noiseFloor, left,
                publishedSplits, result.steps(), filter.core());
    }

    /**
     * The published split where the dataset came with one, otherwise as the spec says; a validation part is taken from
     * the train part either way. Of all parts, users and movies with too few ratings in the train part are left out.
     *
     * @throws IllegalArgumentException if the ratings cannot be divided so, with a sentence for people
     */
    public Split split(SplitSpec spec) {
        return publishedTrainRows.isPresent()
                ? Split.published(ratings, publishedTrainRows.getAsInt(), spec, core)
                : Split.of(ratings, spec, core);
    }

    /** This dataset with those of its ratings that a split of it left. */
    public Dataset leftBy(Split split) {
        List<FilterStep> steps = new ArrayList<>(filterSteps);
        split.filterStep().ifPresent(steps::add);
        return new Dataset(name, split.ratings(), catalogue, report, noiseFloor, OptionalInt.empty(), publishedSplits, steps,
                RatingCore.NONE);
    }
}
