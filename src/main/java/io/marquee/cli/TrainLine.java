package io.marquee.cli;

import io.marquee.data.DatasetSpec;
import io.marquee.data.FilterSpec;
import io.marquee.data.SplitMethod;
import io.marquee.data.SplitSpec;
import io.marquee.device.LocalDevices;
import io.marquee.model.Hyperparameters;
import io.marquee.model.LearningRateSchedule;
import io.marquee.runs.SettingsWords;
import io.marquee.train.TrainingRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The command that trains a run: every setting is named, so that it means the same whatever the presets become. */
final class TrainLine {

    private final List<String> words = new ArrayList<>(List.of("marquee", "train"));

    private TrainLine() {}

    static String of(TrainingRequest request) {
        TrainLine line = new TrainLine();
        line.data(request.dataset());
        line.split(request.split(), request.dataset().testSource().isPresent() || request.dataset().split().isPresent());
        line.network(request.hyperparameters());
        if (!request.device().equals(LocalDevices.CPU)) {
            line.option("--device", request.device());
        }
        return String.join(" ", line.words);
    }

    private void option(String name, Object value) {
        words.add(name);
        words.add(quoted(String.valueOf(value)));
    }

    /** For a POSIX shell. */
    private static String quoted(String word) {
        return word.matches("[-A-Za-z0-9_./:,+=@%]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private void data(DatasetSpec dataset) {
        if (dataset.testSource().isPresent()) {
            option("--train", dataset.source());
            option("--test", dataset.testSource().get());
        } else {
            option("--data", dataset.source());
        }
        dataset.split().ifPresent(name -> option("--split", name));
        dataset.filter().ifPresent(this::filter);
        if (dataset.mapping().isPresent()) {
            // How a file is read is remembered for the file; for another place it has to be said again.
            words.add("[the options that say which columns hold what]");
        }
    }

    private void filter(FilterSpec filter) {
        if (filter.minUserRatings() > 0) {
            option("--min-user-ratings", filter.minUserRatings());
        }
        if (filter.minItemRatings() > 0) {
            option("--min-movie-ratings", filter.minItemRatings());
        }
        if (filter.minRating() != null) {
            option("--min-rating", filter.minRating());
        }
        if (filter.maxRating() != null) {
            option("--max-rating", filter.maxRating());
        }
        if (filter.from() != null) {
            option("--from", filter.from());
        }
        if (filter.to() != null) {
            option("--until", filter.to());
        }
        if (filter.sampleUsers() > 0) {
            option("--sample-users", filter.sampleUsers());
        }
    }

    private void split(SplitSpec split, boolean comesDivided) {
        if (!comesDivided) {
            if (split.method() == SplitMethod.FOLDS) {
                option("--folds", split.folds());
                option("--fold", split.fold());
            } else {
                option("--split", split.method().id());
            }
            if (split.method() == SplitMethod.LEAVE_LAST) {
                option("--last", split.lastRatings());
            } else if (split.method().hasTestFraction()) {
                option("--test-fraction", SettingsWords.number(split.testFraction()));
            }
        }
        option("--validation-fraction", SettingsWords.number(split.validationFraction()));
    }

    private void network(Hyperparameters values) {
        option("--embedding", values.embeddingSize());
        option("--hidden", values.hiddenLayers().stream().map(String::valueOf).collect(Collectors.joining(",")));
        option("--optimizer", values.optimizer().name().toLowerCase(Locale.ROOT));
        option("--learning-rate", SettingsWords.number(values.learningRate()));
        option("--momentum", SettingsWords.number(values.momentum()));
        option("--l2", SettingsWords.number(values.l2()));
        option("--batch", values.batchSize());
        option("--epochs", values.epochs());
        option("--embedding-scale", SettingsWords.number(values.embeddingScale()));
        option("--embedding-updates", values.embeddingUpdates().name().toLowerCase(Locale.ROOT));
        option("--seed", values.seed());
        words.add(values.clipPredictions() ? "--clip" : "--no-clip");
        if (values.standardize()) {
            words.add("--standardize");
        }
        if (!(values.schedule() instanceof LearningRateSchedule.Constant)) {
            option("--schedule", values.schedule().text());
        }
        values.earlyStopping().ifPresent(rule -> option("--early-stopping",
                rule.patience() + "," + SettingsWords.number(rule.minimumGain())));
    }
}
