package io.marquee.ui.data;

import io.marquee.catalogue.DatasetCatalogue;
import io.marquee.data.DatasetSpec;
import io.marquee.data.FilterSpec;
import io.marquee.data.MatineePreset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One line of the dataset chooser.
 *
 * @param spec what to open
 * @param label short name
 * @param detail what it is, for the second line and the tooltip
 */
public record DatasetChoice(DatasetSpec spec, String label, String detail) {

    /** The built-in datasets, smallest first. */
    public static final List<DatasetChoice> BUILT_IN = Stream.of(MatineePreset.values()).map(DatasetChoice::of).toList();

    private static final DatasetCatalogue KNOWN = DatasetCatalogue.known();

    private static DatasetChoice of(MatineePreset preset) {
        return new DatasetChoice(DatasetSpec.of("matinee:" + preset.id()), preset.displayName(), String.format(Locale.ROOT,
                "Built-in and invented: %,d ratings by %,d users of %,d movies, with planted tastes and a known noise floor.",
                preset.ratings(), preset.users(), preset.items()));
    }

    /** The choice for a spec: a built-in one, or one made from its paths; a filter is named too. */
    public static DatasetChoice of(DatasetSpec spec) {
        DatasetChoice whole = ofWhole(spec.withFilter(FilterSpec.NONE));
        return spec.filter().map(filter -> new DatasetChoice(spec, whole.label + ", filtered",
                whole.detail + "\nFilter: " + filter.inWords())).orElse(whole);
    }

    private static DatasetChoice ofWhole(DatasetSpec spec) {
        for (DatasetChoice builtIn : BUILT_IN) {
            if (builtIn.spec.equals(spec)) {
                return builtIn;
            }
        }
        if (spec.testSource().isPresent()) {
            String test = spec.testSource().get();
            return new DatasetChoice(spec, name(spec.source()) + " + " + name(test),
                    "Train " + spec.source() + "\nTest " + test);
        }
        String split = spec.split().map(name -> ", split " + name).orElse("");
        return KNOWN.find(spec.source())
                .map(entry -> new DatasetChoice(spec, entry.name() + split, entry.about() + split))
                .orElseGet(() -> new DatasetChoice(spec, name(spec.source()) + split, spec.source() + split));
    }

    /** Whether it needs no file. */
    public boolean isBuiltIn() {
        return spec.source().startsWith("matinee") && spec.testSource().isEmpty();
    }

    /** The last two parts of a path: "ratings.csv" alone would not tell one dataset from another. */
    private static String name(String source) {
        try {
            Path path = Path.of(source);
            int parts = path.getNameCount();
            return parts <= 2 ? source : path.subpath(parts - 2, parts).toString();
        } catch (InvalidPathException notAPath) {
            return source;
        }
    }
}
