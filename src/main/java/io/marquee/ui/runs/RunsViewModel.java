package io.marquee.ui.runs;

import io.marquee.data.WholeFile;
import io.marquee.runs.HtmlReport;
import io.marquee.runs.RunChanges;
import io.marquee.runs.RunDetails;
import io.marquee.runs.RunExport;
import io.marquee.runs.RunHistory;
import io.marquee.runs.RunSummary;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.NewestOnly;
import io.marquee.ui.task.ProblemSink;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The history of runs as the window shows it: the list, the selected runs side by side, and what is done with them. */
public final class RunsViewModel {

    /** More curves than this nobody can tell apart. */
    static final int MOST_CURVES = 40;

    private static final int POLLS_PER_LOOK = 5;

    private final RunHistory history;
    private final BackgroundTasks tasks;
    private final ProblemSink problems;
    private final NewestOnly comparing;
    private final RunList list = new RunList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<ComparedRuns> compared = new ReadOnlyObjectWrapper<>(ComparedRuns.NONE);
    private final IntegerProperty smoothing = new SimpleIntegerProperty(50);
    private final LongProperty chosen = new SimpleLongProperty(-1);
    private final LongProperty wanted = new SimpleLongProperty(-1);
    private final ObservableList<Long> deleted = FXCollections.observableArrayList();

    private Consumer<RunDetails> onDuplicate = run -> {};
    private Consumer<RunDetails> onOpenModel = run -> {};
    private Consumer<RunDetails> onResume = run -> {};
    private Consumer<String> onDone = sentence -> {};
    private List<Long> selected = List.of();
    private long newestChange = -1;
    private boolean shown;
    private boolean looking;
    private int polls;

    public RunsViewModel(RunHistory history, BackgroundTasks tasks, ProblemSink problems) {
        this.history = history;
        this.tasks = tasks;
        this.problems = problems;
        this.comparing = new NewestOnly(tasks);
        smoothing.addListener(change -> compare());
    }

    /** @param action fills the form with the settings of a run */
    public void onDuplicate(Consumer<RunDetails> action) {
        onDuplicate = action;
    }

    /** @param action opens the model of a run */
    public void onOpenModel(Consumer<RunDetails> action) {
        onOpenModel = action;
    }

    /** @param action goes on with a run */
    public void onResume(Consumer<RunDetails> action) {
        onResume = action;
    }

    /** @param action tells the person what was done */
    public void onDone(Consumer<String> action) {
        onDone = action;
    }

    /** Whether somebody looks: only then the history is asked for news. */
    public void setShown(boolean now) {
        shown = now;
        if (now) {
            look();
        }
    }

    /** Asks for news once a second; called some times a second. */
    public void poll() {
        if (shown && ++polls % POLLS_PER_LOOK == 0) {
            look();
        }
    }

    /** Asks the history for news. */
    void look() {
        if (looking) {
            return;
        }
        looking = true;
        long since = newestChange;
        tasks.run(() -> history.changesSince(since), this::take, failure -> {
            looking = false;
            shown = false;
            failed("The history of runs cannot be read.", failure);
        });
    }

    private void take(RunChanges changes) {
        looking = false;
        loaded.set(true);
        newestChange = changes.upTo();
        list.take(changes);
        boolean concerned = changes.runs().stream().anyMatch(run -> selected.contains(run.id()));
        if (concerned || changes.deleted().stream().anyMatch(selected::contains)) {
            compare();
        }
    }

    private void failed(String what, Throwable failure) {
        problems.report(failure instanceof IOException && failure.getMessage() != null
                ? what + " " + failure.getMessage() : what, failure);
    }

    /** Lays the curves of runs over each other. */
    void select(List<RunRow> rows) {
        selected = rows.stream().map(RunRow::id).toList();
        if (!selected.contains(chosen.get())) {
            chosen.set(selected.isEmpty() ? -1 : selected.get(selected.size() - 1));
        }
        compare();
    }

    private void compare() {
        List<Long> ids = selected.stream().limit(MOST_CURVES).toList();
        int over = smoothing.get();
        ComparedRuns known = compared.get();
        comparing.run(() -> ComparedRuns.load(history, ids, over, known), compared::set,
                failure -> failed("The curves cannot be read.", failure));
    }

    /** Number of runs that are selected; of more than {@link #MOST_CURVES} only so many are drawn. */
    int selectedCount() {
        return selected.size();
    }

    private interface Edit {
        void on(RunHistory history) throws IOException;
    }

    private void edit(Edit edit) {
        tasks.run(() -> {
            edit.on(history);
            return true;
        }, done -> look(), failure -> failed("The run could not be changed.", failure));
    }

    void rename(RunRow row, String name) {
        String stripped = name.strip();
        if (!stripped.isEmpty() && !stripped.equals(row.summary().name())) {
            edit(open -> open.rename(row.id(), stripped));
        }
    }

    void note(RunRow row, String notes) {
        if (!notes.equals(row.summary().notes())) {
            edit(open -> open.note(row.id(), notes));
        }
    }

    /** Stars all of the runs, or, where all have one, takes the stars away. */
    void toggleStar(List<RunRow> rows) {
        boolean starred = !rows.stream().allMatch(row -> row.summary().starred());
        List<Long> ids = rows.stream().map(RunRow::id).toList();
        edit(open -> {
            for (long id : ids) {
                open.star(id, starred);
            }
        });
    }

    void colour(RunRow row, int colour) {
        edit(open -> open.colour(row.id(), colour));
    }

    /** Deletes runs that are not being trained; {@link #undoDelete} brings them back. */
    void delete(List<RunRow> rows) {
        List<Long> ids = rows.stream().filter(row -> !row.summary().state().active()).map(RunRow::id).toList();
        if (ids.size() < rows.size()) {
            problems.report("A run that is being trained cannot be deleted: stop it first.", null);
        }
        if (ids.isEmpty()) {
            return;
        }
        edit(open -> open.delete(ids));
        deleted.setAll(ids);
    }

    /** Brings back what was deleted last. */
    void undoDelete() {
        List<Long> ids = new ArrayList<>(deleted);
        deleted.clear();
        if (!ids.isEmpty()) {
            edit(open -> open.restore(ids));
        }
    }

    /** What was deleted last and can be brought back. */
    ObservableList<Long> deleted() {
        return deleted;
    }

    /** Fills the form with the settings of a run. */
    void duplicate(RunRow row) {
        hand(row, onDuplicate);
    }

    /** Opens the model of a run: the saved one, or that of its newest checkpoint. */
    void openModel(RunRow row) {
        hand(row, onOpenModel);
    }

    /** Goes on with a run that ended before its last epoch. */
    void resume(RunRow row) {
        hand(row, onResume);
    }

    private void hand(RunRow row, Consumer<RunDetails> action) {
        tasks.run(() -> history.details(row.id()), details -> details.ifPresent(action),
                failure -> failed("The run cannot be read.", failure));
    }

    /** Writes every point of runs, as JSON where the file is named so, otherwise as CSV. */
    void export(List<RunRow> rows, Path file) {
        List<Long> ids = rows.stream().map(RunRow::id).toList();
        tasks.run(() -> {
            List<RunDetails> runs = new ArrayList<>();
            for (long id : ids) {
                history.details(id).ifPresent(runs::add);
            }
            WholeFile.write(file, bytes -> {
                Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
                RunExport export = new RunExport(history);
                if (file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
                    export.json(runs, out);
                } else {
                    export.csv(runs, out);
                }
                out.flush();
            });
            return file;
        }, done -> onDone.accept("Wrote every point to " + done + "."),
                failure -> failed("The points could not be written.", failure));
    }

    /** Writes a run as a page. */
    void report(RunRow row, Path file) {
        tasks.run(() -> {
            RunDetails details = history.details(row.id()).orElseThrow();
            byte[] page = HtmlReport.of(details, history.losses(row.id())).getBytes(StandardCharsets.UTF_8);
            WholeFile.write(file, out -> out.write(page));
            return file;
        }, done -> onDone.accept("Wrote the report to " + done + "."),
                failure -> failed("The report could not be written.", failure));
    }

    /** @param picture encodes it, in the background */
    void writePicture(Path file, Callable<byte[]> picture) {
        tasks.run(() -> {
            byte[] bytes = picture.call();
            WholeFile.write(file, out -> out.write(bytes));
            return file;
        }, done -> onDone.accept("Wrote the picture to " + done + "."),
                failure -> failed("The picture could not be written.", failure));
    }

    RunList list() {
        return list;
    }

    /** Whether the history was read once: before, an empty list means nothing. */
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** The selected runs side by side. */
    ReadOnlyObjectProperty<ComparedRuns> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** Over about how many batches losses are smoothed; 1 for not at all. */
    IntegerProperty smoothingProperty() {
        return smoothing;
    }

    /** The run that was clicked last, in the list or at its curve; -1 for none. */
    LongProperty chosenProperty() {
        return chosen;
    }

    /** Selects a run as soon as it is listed. */
    public void select(long id) {
        searchProperty().set("");
        starredOnlyProperty().set(false);
        wanted.set(id);
    }

    /** The run that is to be selected once it is listed; -1 for none. */
    LongProperty wantedProperty() {
        return wanted;
    }

    StringProperty searchProperty() {
        return list.searchProperty();
    }

    BooleanProperty starredOnlyProperty() {
        return list.starredOnlyProperty();
    }

    /** Tells the person what was done. */
    void tell(String sentence) {
        onDone.accept(sentence);
    }

    /** What a run says in a line of a table, tab between the columns, for other programs. */
    static String asTable(List<RunRow> rows) {
        StringBuilder table = new StringBuilder("run\tname\tstate\tdataset\tsettings\tprotocol\tepochs\tbest test MSE\t"
                + "last test MSE\tseconds\tstarted\n");
        for (RunRow row : rows) {
            RunSummary run = row.summary();
            table.append(String.format(Locale.ROOT, "%d\t%s\t%s\t%s\t%s\t%s\t%d/%d\t%s\t%s\t%.1f\t%s%n", run.id(),
                    run.name(), run.state().words(), run.dataset(), run.settings(), row.protocol(), run.epochsFinished(),
                    run.epochsPlanned(), number(run.bestTestMse()), number(run.lastTestMse()), run.seconds(),
                    run.created()));
        }
        return table.toString();
    }

    private static String number(double mse) {
        return Double.isNaN(mse) ? "" : Double.toString(mse);
    }
}
