package io.marquee.ui.window;

import io.marquee.data.DatasetSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a person means who drops files on the window. */
sealed interface DropIntent {

    /** What will be done, as a sentence. */
    String sentence();

    /** Open a dataset. */
    record OpenDataset(DatasetSpec spec) implements DropIntent {
        @Override
        public String sentence() {
            String name = last(spec.source());
            if (spec.testSource().isPresent()) {
                return "Drop to train on " + name + " and test on " + last(spec.testSource().get()) + ".";
            }
            return name.toLowerCase(Locale.ROOT).endsWith(".zip")
                    ? "Drop to open the ratings in " + name + ", without unpacking it."
                    : "Drop to open " + name + " as a dataset.";
        }
    }

    /** Open a model. */
    record OpenModel(Path file) implements DropIntent {
        @Override
        public String sentence() {
            return "Drop to open the model " + last(file.toString()) + " and ask it.";
        }
    }

    private static String last(String path) {
        Path name = Path.of(path).getFileName();
        return name == null ? path : name.toString();
    }

    /**
     * A model file is opened as one; of two files of which one has "test" in its name, that is the test part; of several
     * others, the one with "rating" in its name is the dataset, as movies.csv beside it is found by the reader.
     */
    static Optional<DropIntent> of(List<Path> files) {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        Path first = files.get(0);
        if (name(first).endsWith(".marquee")) {
            return Optional.of(new OpenModel(first));
        }
        if (files.size() == 2) {
            boolean firstIsTest = name(first).contains("test");
            boolean secondIsTest = name(files.get(1)).contains("test");
            if (firstIsTest != secondIsTest) {
                Path train = firstIsTest ? files.get(1) : first;
                Path test = firstIsTest ? first : files.get(1);
                return Optional.of(new OpenDataset(DatasetSpec.pair(train.toString(), test.toString())));
            }
        }
        Path ratings = files.stream().filter(file -> name(file).contains("rating")).findFirst().orElse(first);
        return Optional.of(new OpenDataset(DatasetSpec.of(ratings.toString())));
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    }
}
