package io.marquee.profile;

import io.marquee.data.IdIndex;
import io.marquee.data.InvalidDataException;
import io.marquee.data.Item;
import io.marquee.data.ItemLinks;
import io.marquee.data.RatingScale;
import io.marquee.data.read.ImportLog;
import io.marquee.data.read.ImportSteps;
import io.marquee.data.read.LinkFileReader;
import io.marquee.data.source.DiskFile;
import io.marquee.data.source.FileFormat;
import io.marquee.recommend.AskedModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a list of ratings from elsewhere (a CSV file with title or id and rating, or the export of Letterboxd or IMDb)
 * and finds its movies among those a model knows: by id, by the numbers of a {@code links.csv}, or by title and year.
 * What is not found is named, and the rest is used.
 */
public final class ProfileImport {

    /** What MovieLens calls its list of numbers. */
    private static final String LINKS = "links.csv";

    private static final Pattern IMDB = Pattern.compile("tt(\\d{1,9})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final AskedModel model;

    /** Finds the movies among those of a model. */
    public ProfileImport(AskedModel model) {
        this.model = model;
    }

    /**
     * Reads a list.
     *
     * @throws InvalidDataException if the file is no list of ratings
     */
    public ImportedProfile read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        checkFormat(file);
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = CSVFormat.DEFAULT.builder().setTrim(true).get().parse(reader)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw new InvalidDataException(file + " is empty. Check that it was exported completely.");
            }
            ForeignList columns = ForeignList.of(records.next().toList(), name);
            Map<Item, Double> found = new LinkedHashMap<>();
            List<String> problems = new ArrayList<>();
            Map<Integer, String> imdb = columns.imdb() < 0 ? Map.of() : numbers(file, problems);
            while (records.hasNext()) {
                CSVRecord record = records.next();
                add(record, columns, imdb, found)
                        .ifPresent(problem -> problems.add(name + ", line " + parser.getCurrentLineNumber() + ": "
                        + problem));
            }
            return new ImportedProfile(columns.source(), found.entrySet().stream()
                    .map(entry -> new ImportedProfile.Rated(entry.getKey(), entry.getValue())).toList(), problems);
        } catch (NoSuchFileException e) {
            throw new InvalidDataException("There is no file " + file + ".", e);
        } catch (MalformedInputException e) {
            throw notUtf8(file, e);
        } catch (UncheckedIOException | IllegalStateException e) {
            if (e.getCause() instanceof MalformedInputException) {
                throw notUtf8(file, e);
            }
            throw new InvalidDataException(file + " cannot be read as CSV: " + e.getMessage(), e);
        }
    }

    private static void checkFormat(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            Optional<FileFormat> other = FileFormat.of(in.readNBytes(FileFormat.ENOUGH));
            if (other.isPresent()) {
                throw new InvalidDataException(other.get().sentence(file.toString()));
            }
        }
    }

    private static InvalidDataException notUtf8(Path file, Exception cause) {
        return new InvalidDataException(file + " is not UTF-8 text. Export it again as CSV in UTF-8.", cause);
    }

    /** The id of each movie by its number at IMDb: as the model's catalogue and a links.csv beside the list have it. */
    private Map<Integer, String> numbers(Path list, List<String> problems) throws IOException {
        Map<String, ItemLinks> links = new HashMap<>(model.model().catalogue().links());
        Path beside = list.toAbsolutePath().resolveSibling(LINKS);
        if (Files.isRegularFile(beside)) {
            ImportLog log = new ImportLog();
            links.putAll(new LinkFileReader(DiskFile.of(beside), log).read(new ImportSteps((share, what) -> { }, 0,
                    1)));
            problems.addAll(log.notes());
        }
        Map<Integer, String> numbers = new HashMap<>();
        links.forEach((id, of) -> of.imdb().ifPresent(number -> numbers.put(number, id)));
        return numbers;
    }

    /** Takes one line; what is wrong with it, where something is. */
    private Optional<String> add(
            CSVRecord record, ForeignList columns, Map<Integer, String> imdb, Map<Item, Double> found) {
        if (record.size() < columns.width()) {
            return Optional.of(record.size() + " columns where the header has more; the line was left out.");
        }
        String name = name(record, columns);
        RatingScale scale = model.model().scale();
        String given = record.get(columns.rating());
        if (given.isEmpty()) {
            return Optional.of(name + " has no rating and was left out.");
        }
        OptionalDouble rating = rating(given, columns.maximum());
        if (rating.isEmpty()) {
            return Optional.of("the rating \"" + given + "\" of " + name + " is not a number from "
                    + (columns.maximum() > 0 ? "0 to " + columns.maximum() : scale.minimum() + " to " + scale.maximum())
                    + "; the line was left out.");
        }
        Optional<Item> item = item(record, columns, imdb);
        item.ifPresent(known -> found.put(known, rating.getAsDouble()));
        return item.isPresent() ? Optional.empty() : Optional.of(name + " is not among the movies the model knows.");
    }

    private static String name(CSVRecord record, ForeignList columns) {
        String title = record.get(columns.naming());
        return columns.year() >= 0 && !record.get(columns.year()).isEmpty()
                ? title + " (" + record.get(columns.year()) + ")" : title;
    }

    /** The rating on the model's scale; ratings of another scale are stretched to it and rounded to its steps. */
    private OptionalDouble rating(String given, double maximum) {
        RatingScale scale = model.model().scale();
        double number;
        try {
            number = Double.parseDouble(given);
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
        if (maximum == 0) {
            return scale.contains(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        }
        if (!(number >= 0 && number <= maximum)) {
            return OptionalDouble.empty();
        }
        double stretched = scale.minimum() >= 0 ? number / maximum * scale.maximum()
                : scale.minimum() + number / maximum * (scale.maximum() - scale.minimum());
        double stepped = scale.step() > 0 ? Math.round(stretched / scale.step()) * scale.step() : stretched;
        return OptionalDouble.of(scale.clip(stepped));
    }

    private Optional<Item> item(CSVRecord record, ForeignList columns, Map<Integer, String> imdb) {
        if (columns.id() >= 0) {
            int index = model.model().items().indexOf(record.get(columns.id()));
            if (index != IdIndex.UNKNOWN) {
                return Optional.of(model.facts().item(index));
            }
        }
        if (columns.imdb() >= 0) {
            Matcher number = IMDB.matcher(record.get(columns.imdb()));
            String id = number.matches() ? imdb.get(Integer.parseInt(number.group(1))) : null;
            int index = id == null ? IdIndex.UNKNOWN : model.model().items().indexOf(id);
            if (index != IdIndex.UNKNOWN) {
                return Optional.of(model.facts().item(index));
            }
        }
        if (columns.title() < 0) {
            return Optional.empty();
        }
        String title = record.get(columns.title());
        String year = columns.year() < 0 ? "" : record.get(columns.year());
        OptionalInt match = YEAR.matcher(year).matches()
                ? model.matcher().match(title, OptionalInt.of(Integer.parseInt(year))) : model.matcher().match(title);
        return match.isPresent() ? Optional.of(model.facts().item(match.getAsInt())) : Optional.empty();
    }
}
