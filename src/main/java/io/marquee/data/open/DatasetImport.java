package io.marquee.data.open;

import io.marquee.data.Catalogue;
import io.marquee.data.ColumnMapping;
import io.marquee.data.Dataset;
import io.marquee.data.IdIndex;
import io.marquee.data.ImportReport;
import io.marquee.data.InvalidDataException;
import io.marquee.data.ItemLinks;
import io.marquee.data.ItemTags;
import io.marquee.data.Progress;
import io.marquee.data.RatingScale;
import io.marquee.data.RatingTable;
import io.marquee.data.RatingTableBuilder;
import io.marquee.data.UserAttributes;
import io.marquee.data.read.ImportLog;
import io.marquee.data.read.ImportSteps;
import io.marquee.data.read.ItemFileReader;
import io.marquee.data.read.LinkFileReader;
import io.marquee.data.read.RatingFile;
import io.marquee.data.read.RatingFileReader;
import io.marquee.data.read.RatingFileReader.Counts;
import io.marquee.data.read.TagFileReader;
import io.marquee.data.read.TitleFileReader;
import io.marquee.data.read.UserFileReader;
import io.marquee.data.read.Wording;
import io.marquee.data.source.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** One import: ratings, or train and test ratings, and the titles, tags, links and users beside them. */
final class DatasetImport {

    private static final double RATINGS_SHARE = 0.8;
    private static final double BUILD_SHARE = 0.92;
    private static final double ITEMS_SHARE = 0.95;
    private static final double TAGS_SHARE = 0.98;
    private static final double LINKS_SHARE = 0.99;
    private static final RatingScale WHOLE_STARS = new RatingScale(1, 5, 1);

    private final DatasetFiles files;
    private final Optional<ColumnMapping> mapping;
    private final Progress progress;
    private ImportLog log = new ImportLog();

    DatasetImport(DatasetFiles files, Optional<ColumnMapping> mapping, Progress progress) {
        this.files = files;
        this.mapping = mapping;
        this.progress = progress;
    }

    /** What was read from the rating files. */
    private record Ratings(RatingTableBuilder.Built built, Counts counts) {}

    Dataset open() throws IOException {
        RatingFile ratings = RatingFile.identify(files.ratings(), mapping);
        Optional<RatingFile> test = Optional.empty();
        if (files.test().isPresent()) {
            test = Optional.of(RatingFile.identify(files.test().get(), mapping));
        }
        boolean text = ratings.hasTextIds() || test.isPresent() && test.get().hasTextIds();
        Ratings read;
        try {
            read = read(ratings, test, text);
        } catch (InvalidDataException e) {
            if (text || !ratings.mayHaveTextIds()) {
                throw e;
            }
            // The beginning of the file had only numbers; perhaps the ids further down are text.
            log = new ImportLog();
            read = read(ratings, test, true);
        }
        return dataset(ratings, read, test.isPresent());
    }

    private Ratings read(RatingFile ratings, Optional<RatingFile> test, boolean text) throws IOException {
        files.remarks().forEach(log::note);
        note(ratings.remark());
        RatingScale scale = test.isEmpty() ? ratings.scale() : union(ratings.scale(), test.get().scale());
        RatingTableBuilder builder =
                text ? RatingTableBuilder.ofTextIds(scale) : RatingTableBuilder.ofNumericIds(scale);
        double first = ratings.source().size();
        double share = RATINGS_SHARE * first / Math.max(1, first + test.map(file -> file.source().size()).orElse(0L));
        Counts counts = read(ratings, builder, text, 0, share);
        if (test.isPresent()) {
            builder.startSecondPart();
            counts = counts.plus(read(test.get(), builder, text, share, RATINGS_SHARE));
        }
        return new Ratings(build(builder), counts);
    }

    private Counts read(RatingFile file, RatingTableBuilder builder, boolean text, double from, double to)
            throws IOException {
        RatingFile read = text ? file.withTextIds() : file;
        return new RatingFileReader(read, builder, log, new ImportSteps(progress, from, to)).read();
    }

    private static RatingScale union(RatingScale one, RatingScale other) {
        return new RatingScale(Math.min(one.minimum(), other.minimum()), Math.max(one.maximum(), other.maximum()),
                one.step());
    }

    private RatingTableBuilder.Built build(RatingTableBuilder builder) {
        RatingTableBuilder.Built built = builder.build(new ImportSteps(progress, RATINGS_SHARE, BUILD_SHARE));
        if (built.duplicates() > 0) {
            log.note(Wording.count(built.duplicates(), "rating") + (built.duplicates() == 1 ? " was" : " were")
                    + " given again later by the same user to the same movie; the last one counts.");
        }
        if (built.sharedPairs() > 0) {
            log.note(Wording.count(built.sharedPairs(), "(user, movie) pair") + " stand"
                    + (built.sharedPairs() == 1 ? "s" : "") + " in both the train and the test file; "
                    + "the test error will look better than it is.");
        }
        return built;
    }

    private Dataset dataset(RatingFile ratings, Ratings read, boolean divided) throws IOException {
        RatingTable table = read.built().table();
        if (ratings.isMovieLens() && table.scale().step() == WHOLE_STARS.step()) {
            table = table.withScale(WHOLE_STARS);
        }
        Catalogue catalogue = ratings.isMovieLens() ? catalogue() : titled();
        int unlisted = catalogue.items().isEmpty() ? 0 : unlisted(table.items(), catalogue);
        if (unlisted > 0) {
            SourceFile titles = ratings.isMovieLens() ? files.items().orElseThrow().file() : files.titles().orElseThrow();
            log.note(Wording.count(unlisted, ratings.isMovieLens() ? "rated movie" : "rated item")
                    + (unlisted == 1 ? " is" : " are") + " not in " + titles.name() + "; shown by id.");
        }
        noteUndescribed(table.users(), catalogue);
        log.note(contiguity("User", table.users()));
        log.note(contiguity(ratings.isMovieLens() ? "Movie" : "Item", table.items()));
        ImportReport report = new ImportReport(read.counts().read(), table.size(), read.built().duplicates(), unlisted,
                log.notes(), read.counts().refused(), log.reasons(), read.counts().unrated(), files.listed());
        return new Dataset(files.name(), table, catalogue, report, OptionalDouble.empty(),
                divided ? OptionalInt.of(read.built().firstPartRows()) : OptionalInt.empty(), files.splits());
    }

    private Catalogue titled() throws IOException {
        if (files.titles().isEmpty()) {
            log.note("There are no titles beside the ratings (such as BX-Books.csv or items.csv), so items are shown by id.");
            return Catalogue.empty();
        }
        return new Catalogue(new TitleFileReader(files.titles().get(), log)
                .read(new ImportSteps(progress, BUILD_SHARE, 1)));
    }

    private Catalogue catalogue() throws IOException {
        Map<String, UserAttributes> users = users();
        if (files.items().isEmpty()) {
            log.note("There is no movies.csv beside the ratings, so movies are shown by id.");
            return new Catalogue(List.of(), ItemTags.NONE, Map.of(), users);
        }
        DatasetFiles.Items items = files.items().get();
        var listed = new ItemFileReader(items.file(), items.format(), log)
                .read(new ImportSteps(progress, BUILD_SHARE, ITEMS_SHARE));
        ItemTags tags = ItemTags.NONE;
        if (files.tags().isPresent()) {
            boolean csv = !files.tags().get().name().endsWith(".dat");
            tags = new TagFileReader(files.tags().get(), csv, log)
                    .read(new ImportSteps(progress, ITEMS_SHARE, TAGS_SHARE));
        }
        Map<String, ItemLinks> links = Map.of();
        if (files.links().isPresent()) {
            links = new LinkFileReader(files.links().get(), log).read(new ImportSteps(progress, TAGS_SHARE, LINKS_SHARE));
        }
        return new Catalogue(listed, tags, links, users);
    }

    private Map<String, UserAttributes> users() throws IOException {
        if (files.users().isEmpty()) {
            return Map.of();
        }
        DatasetFiles.Users users = files.users().get();
        return new UserFileReader(users.file(), users.format(), log)
                .read(new ImportSteps(progress, LINKS_SHARE, 1));
    }

    private void noteUndescribed(IdIndex users, Catalogue catalogue) {
        if (catalogue.users().isEmpty()) {
            return;
        }
        int undescribed = 0;
        for (int i = 0; i < users.size(); i++) {
            undescribed += catalogue.user(users.id(i)).isEmpty() ? 1 : 0;
        }
        if (undescribed > 0) {
            log.note(Wording.count(undescribed, "user") + " with ratings " + (undescribed == 1 ? "is" : "are") + " not in "
                    + files.users().orElseThrow().file().name() + "; their age, gender and occupation are not known.");
        }
    }

    private void note(String sentence) {
        if (!sentence.isEmpty()) {
            log.note(sentence);
        }
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
