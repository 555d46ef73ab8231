package io.marquee.ui.data;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.Datasets;
import io.marquee.data.read.UnknownLayoutException;
import io.marquee.train.LoadVerdict;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.NewestOnly;
import io.marquee.ui.task.ProblemSink;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which dataset is chosen, how far its opening is, and what it holds. Only the newest choice counts. */
public final class DatasetViewModel {

    private static final int RECENT_KEPT = 6;

    /** How far the chosen dataset is. */
    public enum State {
        NONE,
        LOADING,
        READY,
        FAILED,
        CANCELLED
    }

    private record Opened(Dataset dataset, DatasetFacts summary) {}

    private final Datasets datasets;
    private final Function<DatasetSpec, Optional<LoadVerdict>> verdicts;
    private final NewestOnly opening;
    private final ProblemSink problems;

    private final ReadOnlyObjectWrapper<DatasetChoice> choice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private final ReadOnlyObjectWrapper<Dataset> dataset = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<DatasetFacts> summary = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<String> unmapped = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper progressText = new ReadOnlyStringWrapper("");
    private final ObservableList<DatasetChoice> recent = FXCollections.observableArrayList();
    private final ObservableList<DatasetChoice> readOnlyRecent = FXCollections.unmodifiableObservableList(recent);

    private final ReadOnlyObjectWrapper<LoadVerdict> verdict = new ReadOnlyObjectWrapper<>();

    private ProgressCounter counter = new ProgressCounter();
    private AtomicReference<LoadVerdict> found = new AtomicReference<>();

    /** @param verdicts tells of large datasets whether they fit; may read some of their files */
    public DatasetViewModel(Datasets datasets, Function<DatasetSpec, Optional<LoadVerdict>> verdicts, BackgroundTasks tasks,
            ProblemSink problems) {
        this.datasets = datasets;
        this.verdicts = verdicts;
        this.opening = new NewestOnly(tasks);
        this.problems = problems;
    }

    /** Opens a dataset in the background; one that is being opened is cancelled. */
    public void open(DatasetSpec spec) {
        counter.cancel();
        ProgressCounter mine = new ProgressCounter();
        counter = mine;
        AtomicReference<LoadVerdict> told = new AtomicReference<>();
        found = told;
        choice.set(DatasetChoice.of(spec));
        // The old table may be large: let go of it before the new one is read.
        dataset.set(null);
        summary.set(null);
        message.set("");
        unmapped.set(null);
        state.set(State.LOADING);
        poll();
        opening.run(
                () -> {
                    verdicts.apply(spec).ifPresent(told::set);
                    Dataset opened = datasets.open(spec, mine);
                    return new Opened(opened, DatasetFacts.of(opened));
                },
                this::opened,
                this::failed);
    }

    private void opened(Opened result) {
        remember(choice.get());
        dataset.set(result.dataset());
        summary.set(result.summary());
        state.set(State.READY);
    }

    private void failed(Throwable failure) {
        if (failure instanceof CancellationException) {
            cancelled();
            return;
        }
        recent.removeIf(known -> known.equals(choice.get()));
        message.set(sentence(failure));
        boolean unknownLayout = failure instanceof UnknownLayoutException && choice.get().spec().testSource().isEmpty();
        unmapped.set(unknownLayout ? choice.get().spec().source() : null);
        state.set(State.FAILED);
        if (!(failure instanceof IOException)) {
            problems.report("The dataset could not be opened because of an error in Marquee.", failure);
        }
    }

    private static String sentence(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "There is not enough memory for this dataset. Start Marquee with more, such as MARQUEE_MEMORY=4g, or use a "
                    + "part of it: Filter, Users drawn.";
        }
        // The message of these is nothing but the path.
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be read. Check its permissions.";
        }
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " is not there any more. Check whether it was moved, or a drive was taken out.";
        }
        if (failure instanceof FileSystemException broken) {
            return broken.getFile() + " cannot be read" + (broken.getReason() == null ? "." : ": " + broken.getReason() + ".");
        }
        String words = failure.getMessage();
        return words == null || words.isBlank() ? "The dataset cannot be opened (" + failure + ")." : words;
    }

    /** Stops the opening under way. */
    public void cancel() {
        if (state.get() == State.LOADING) {
            counter.cancel();
            opening.forget();
            cancelled();
        }
    }

    private void cancelled() {
        message.set("Opening was cancelled.");
        state.set(State.CANCELLED);
    }

    /** Opens the chosen dataset again. */
    public void retry() {
        if (choice.get() != null) {
            open(choice.get().spec());
        }
    }

    /** Copies the counters of the working thread into the properties; called some times a second. */
    public void poll() {
        if (state.get() == State.LOADING) {
            verdict.set(found.get());
            progress.set(counter.fraction());
            progressText.set(capitalised(counter.what()));
        }
    }

    private static String capitalised(String phrase) {
        return phrase.isEmpty() ? phrase : phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1);
    }

    private void remember(DatasetChoice opened) {
        if (opened.isBuiltIn()) {
            return;
        }
        recent.remove(opened);
        recent.add(0, opened);
        if (recent.size() > RECENT_KEPT) {
            recent.remove(RECENT_KEPT, recent.size());
        }
    }

    /** Puts back the recent datasets of an earlier session. */
    public void restoreRecent(List<DatasetSpec> specs) {
        List<DatasetChoice> restored = new ArrayList<>();
        specs.stream().limit(RECENT_KEPT).map(DatasetChoice::of).forEach(restored::add);
        recent.setAll(restored);
    }

    /** Files opened lately, the newest first. */
    public ObservableList<DatasetChoice> recent() {
        return readOnlyRecent;
    }

    public ReadOnlyObjectProperty<DatasetChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The opened dataset; null while there is none. */
    public ReadOnlyObjectProperty<Dataset> datasetProperty() {
        return dataset.getReadOnlyProperty();
    }

    /** What the opened dataset holds; null while there is none. */
    public ReadOnlyObjectProperty<DatasetFacts> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Why there is no dataset; empty while all is well. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** The file that could not be opened because nobody has said yet which columns hold what; null where there is none. */
    public ReadOnlyObjectProperty<String> unmappedProperty() {
        return unmapped.getReadOnlyProperty();
    }

    /** Part of the opening done, 0 to 1; -1 while nothing is known. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What opening the chosen dataset takes, while a large one is being opened; null where there is nothing to say. */
    public ReadOnlyObjectProperty<LoadVerdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** What is being done. */
    public ReadOnlyStringProperty progressTextProperty() {
        return progressText.getReadOnlyProperty();
    }
}
