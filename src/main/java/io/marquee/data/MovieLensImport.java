package io.marquee.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** One import of MovieLens files: ratings, or train and test ratings, and the titles beside them. */
final class MovieLensImport {

    private static final double RATINGS_SHARE = 0.88;
    private static final double BUILD_SHARE = 0.98;

    private final Progress progress;
    private final ImportLog log = new ImportLog();
    private final RatingTableBuilder builder = RatingTableBuilder.ofNumericIds(RatingScale.HALF_STARS);

    MovieLensImport(Progress progress) {
        this.progress = progress;
    }

    /** Opens one set of files. */
    Dataset open(MovieLensFiles files) throws IOException {
        RowLog rows = readRatings(files, 0, RATINGS_SHARE);
        RatingTableBuilder.Built built = build();
        return dataset(files.name(), files, built, OptionalInt.empty(), rows.rowsRead(), rows.rowsRefused());
    }

    /**
     * Opens a train and a test part as one dataset, the rows of the train part first. The titles are those beside the
     * train part, or else beside the test part.
     */
    Dataset openPair(MovieLensFiles train, MovieLensFiles test) throws IOException {
        if (Files.isSameFile(train.ratings(), test.ratings())) {
            throw new InvalidDataException("The train and the test part are the same file, " + train.ratings()
                    + ". A model must be tested on ratings it was not trained on: choose another file.");
        }
        double trainSize = Files.size(train.ratings());
        double trainShare = RATINGS_SHARE * trainSize / Math.max(1, trainSize + Files.size(test.ratings()));
        RowLog trainRows = readRatings(train, 0, trainShare);
        builder.startSecondPart();
        RowLog testRows = readRatings(test, trainShare, RATINGS_SHARE);
        RatingTableBuilder.Built built = build();
        if (built.sharedPairs() > 0) {
            log.note(Wording.count(built.sharedPairs(), "(user, movie) pair") + " stand"
                    + (built.sharedPairs() == 1 ? "s" : "") + " in both the train and the test file; "
                    + "the test error will look better than it is.");
        }
        return dataset(
                train.name().equals(test.name()) ? train.name() : train.name() + " + " + test.name(),
                train.movies().isPresent() ? train : test,
                built,
                OptionalInt.of(built.firstPartRows()),
                trainRows.rowsRead() + testRows.rowsRead(),
                trainRows.rowsRefused() + testRows.rowsRefused());
    }

    private RowLog readRatings(MovieLensFiles files, double from, double to) throws IOException {
        return new RatingsCsvReader(files.ratings(), builder, log, new ImportSteps(progress, from, to)).read();
    }

    private RatingTableBuilder.Built build() {
        RatingTableBuilder.Built built = builder.build(new ImportSteps(progress, RATINGS_SHARE, BUILD_SHARE));
        if (built.duplicates() > 0) {
            log.note(Wording.count(built.duplicates(), "rating") + (built.duplicates() == 1 ? " was" : " were")
                    + " given again later by the same user to the same movie; the last one counts.");
        }
        return built;
    }

    private Dataset dataset(String name, MovieLensFiles titles, RatingTableBuilder.Built built, OptionalInt trainRows,
            long rowsRead, long rowsRefused) throws IOException {
        RatingTable table = built.table();
        Catalogue catalogue = readTitles(titles.movies());
        int unlisted = titles.movies().isPresent() ? unlisted(table.items(), catalogue) : 0;
        if (unlisted > 0) {
            log.note(Wording.count(unlisted, "rated movie") + (unlisted == 1 ? " is" : " are") + " not in "
                    + MovieLensFiles.MOVIES + "; shown by id.");
        }
        log.note(contiguity("User", table.users()));
        log.note(contiguity("Movie", table.items()));
        progress.report(1, "opened " + name);
        ImportReport report = new ImportReport(rowsRead, table.size(), built.duplicates(), unlisted, log.notes(),
                rowsRefused, log.reasons());
        return new Dataset(name, table, catalogue, report, OptionalDouble.empty(), trainRows);
    }

    private Catalogue readTitles(Optional<Path> movies) throws IOException {
        if (movies.isEmpty()) {
            log.note("There is no " + MovieLensFiles.MOVIES + " beside the ratings, so movies are shown by id.");
            return Catalogue.empty();
        }
        return new MoviesCsvReader(movies.get(), log).read(new ImportSteps(progress, BUILD_SHARE, 1));
    }

    private static int unlisted(IdIndex items, Catalogue catalogue) {
        int unlisted = 0;
        for (int i = 0; i < items.size(); i++) {
            unlisted += catalogue.lists(items.id(i)) ? 0 : 1;
        }
        return unlisted;
    }

    /** What the lecture asks its students to check: may the ids be used as indices as they are? */
    private static String contiguity(String noun, IdIndex index) {
        String first = index.id(0);
        String last = index.id(index.size() - 1);
        if (index.contiguous()) {
            return noun + " ids were contiguous, " + first + " to " + last + ".";
        }
        return noun + " ids were not contiguous: " + Wording.count(index.size(), "id") + " between " + first + " and "
                + last + ", re-indexed from 0.";
    }
}
