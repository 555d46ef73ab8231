package io.marquee.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.Datasets;
import io.marquee.data.FilterSpec;
import io.marquee.data.InvalidDataException;
import io.marquee.data.Progress;
import io.marquee.data.open.SizeEstimate;
import io.marquee.train.LoadVerdict;
import io.marquee.ui.fake.HeldTasks;
import io.marquee.ui.fake.SmallData;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetViewModelTest {

    private final HeldTasks tasks = HeldTasks.held();
    private final List<String> problems = new ArrayList<>();
    private final List<Progress> progresses = new ArrayList<>();
    private final DatasetViewModel model = new DatasetViewModel(this::open, spec -> Optional.empty(), tasks,
            (sentence, cause) -> problems.add(sentence));

    private Dataset open(DatasetSpec spec, Progress progress) throws IOException {
        progresses.add(progress);
        progress.report(0.5, "Reading " + spec.source());
        if (progress.cancelled()) {
            throw new CancellationException();
        }
        switch (spec.source()) {
            case "bad.csv" -> throw new InvalidDataException("bad.csv, line 3: rating 9 is not on the scale.");
            case "secret" -> throw new AccessDeniedException("secret");
            case "gone.csv" -> throw new NoSuchFileException("gone.csv");
            case "usb" -> throw new FileSystemException("usb", null, "Input/output error");
            case "crash.csv" -> throw new IllegalStateException("a bug");
            default -> { }
        }
        return SmallData.of(spec.source(), 400, OptionalInt.empty());
    }

    @Test
    void anOpenedDatasetIsSummarised() {
        model.open(DatasetSpec.of("/data/ratings.csv"));
        assertThat(model.stateProperty().get()).isEqualTo(DatasetViewModel.State.LOADING);
        assertThat(model.progressProperty().get()).isEqualTo(-1);

        tasks.finishAll();

        assertThat(model.stateProperty().get()).isEqualTo(DatasetViewModel.State.READY);
        assertThat(model.datasetProperty().get().ratings().size()).isEqualTo(400);
        assertThat(model.summaryProperty().get().facts()).extracting(DatasetFacts.Fact::label)
                .containsExactly("Ratings", "Users", "Movies", "Mean", "Filled", "Ids", "Noise floor");
        assertThat(model.summaryProperty().get().report())
                .contains("A note of the import.", "ratings.csv, line 9: the rating is NaN.");
    }

    @Test
    void progressIsPolled() {
        Datasets slow = (spec, progress) -> {
            progress.report(0.25, "inventing ratings");
            throw new CancellationException();
        };
        LoadVerdict tight = LoadVerdict.of(new SizeEstimate(20_000_000, 140_000, 27_000), FilterSpec.NONE, Optional.empty(),
                1 << 20);
        DatasetViewModel polled =
                new DatasetViewModel(slow, spec -> Optional.of(tight), new HeldRunNow(), (sentence, cause) -> { });

        polled.open(DatasetSpec.of("matinee:20m"));
        polled.poll();

        assertThat(polled.progressProperty().get()).isEqualTo(0.25);
        assertThat(polled.progressTextProperty().get()).isEqualTo("Inventing ratings");
        assertThat(polled.verdictProperty().get().sentenceWithSize())
                .startsWith("Some 20,000,000 ratings. About ").contains("does not fit into the 1 MB");
    }

    @Test
    void theNewestChoiceWinsAndTheOlderIsCancelled() {
        model.open(DatasetSpec.of("first"));
        model.open(DatasetSpec.of("second"));

        tasks.finish(1);
        tasks.finish(0);

        assertThat(model.datasetProperty().get().name()).isEqualTo("second");
        assertThat(progresses.get(1).cancelled()).as("the first, which ran last").isTrue();
        assertThat(progresses.get(0).cancelled()).isFalse();
    }

    @Test
    void whatIsWrongWithTheDataIsSaidBesideTheChoice() {
        model.open(DatasetSpec.of("bad.csv"));
        tasks.finishAll();

        assertThat(model.stateProperty().get()).isEqualTo(DatasetViewModel.State.FAILED);
        assertThat(model.messageProperty().get()).isEqualTo("bad.csv, line 3: rating 9 is not on the scale.");
        assertThat(model.datasetProperty().get()).isNull();
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"secret, secret may not be read. Check its permissions.",
        "gone.csv, gone.csv is not there any more.", "usb, usb cannot be read: Input/output error."})
    void whatTheSystemRefusesIsASentenceAndNotAPath(String source, String sentence) {
        model.open(DatasetSpec.of(source));
        tasks.finishAll();

        assertThat(model.messageProperty().get()).startsWith(sentence);
        assertThat(problems).isEmpty();
    }

    @Test
    void anErrorInTheProgramGoesToTheLogToo() {
        model.open(DatasetSpec.of("crash.csv"));
        tasks.finishAll();

        assertThat(model.stateProperty().get()).isEqualTo(DatasetViewModel.State.FAILED);
        assertThat(problems).hasSize(1);
    }

    @Test
    void cancellingActsAtOnceAndLaterResultsAreDropped() {
        model.open(DatasetSpec.of("first"));
        model.cancel();

        assertThat(model.stateProperty().get()).isEqualTo(DatasetViewModel.State.CANCELLED);
        tasks.finishAll();
        assertThat(model.datasetProperty().get()).isNull();

        model.retry();
        tasks.finishAll();
        assertThat(model.datasetProperty().get().name()).isEqualTo("first");
    }

    @Test
    void recentFilesAreKeptNewestFirstWithoutBuiltInOnes() {
        for (String source : new String[] {"/a", "/b", "matinee:100k", "/c", "/a", "/d", "/e", "/f", "/g"}) {
            model.open(DatasetSpec.of(source));
            tasks.finishAll();
        }

        assertThat(model.recent()).extracting(choice -> choice.spec().source())
                .containsExactly("/g", "/f", "/e", "/d", "/a", "/c");
    }

    @Test
    void aPairIsNamedByBothFiles() {
        DatasetChoice choice = DatasetChoice.of(DatasetSpec.pair("/data/ml/ra.train", "/data/ml/ra.test"));

        assertThat(choice.label()).isEqualTo("ml/ra.train + ml/ra.test");
        assertThat(choice.isBuiltIn()).isFalse();
        assertThat(DatasetChoice.of(DatasetSpec.of("matinee:1m"))).isSameAs(DatasetChoice.BUILT_IN.get(1));
    }

    /** Runs the work but keeps its end to itself, as if it still went on. */
    private static final class HeldRunNow implements io.marquee.ui.task.BackgroundTasks {
        @Override
        public <T> void run(java.util.concurrent.Callable<T> work, java.util.function.Consumer<? super T> onSuccess,
                java.util.function.Consumer<? super Throwable> onFailure) {
            try {
                work.call();
            } catch (Exception stillGoingOn) {
                assertThat(stillGoingOn).isInstanceOf(CancellationException.class);
            }
        }
    }
}
