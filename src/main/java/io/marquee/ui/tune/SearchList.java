package io.marquee.ui.tune;

import io.marquee.tune.Search;
import io.marquee.tune.SearchStore;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.ProblemSink;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The searches there are, the newest first: read, deleted and brought back beside the JavaFX thread. */
final class SearchList {

    private static final String UNREADABLE = "The searches cannot be read.";

    private final SearchStore store;
    private final BackgroundTasks tasks;
    private final ProblemSink problems;
    private final Consumer<List<Search>> onRead;
    private final ObservableList<Search> all = FXCollections.observableArrayList();

    /** @param onRead told each time the list was read */
    SearchList(SearchStore store, BackgroundTasks tasks, ProblemSink problems, Consumer<List<Search>> onRead) {
        this.store = store;
        this.tasks = tasks;
        this.problems = problems;
        this.onRead = onRead;
    }

    ObservableList<Search> all() {
        return all;
    }

    /** Reads the list anew. */
    void refresh() {
        read(() -> true, UNREADABLE, done -> {});
    }

    /** @param done called where it was deleted */
    void delete(Search search, Runnable done) {
        read(() -> store.delete(search.id()), search.title() + " cannot be deleted.", deleted -> {
            if (deleted) {
                done.run();
            } else {
                problems.report(search.title() + " is under way in another window or terminal: pause it there first.", null);
            }
        });
    }

    void restore(Search search) {
        read(() -> store.restore(search.id()), search.title() + " cannot be brought back.", done -> {});
    }

    /** @param each gets a search that a crash cut off and nobody has told of */
    void findInterrupted(Consumer<Search> each) {
        tasks.run(store::tidy, found -> found.stream().findFirst().ifPresent(each), failure -> report(problems, UNREADABLE, failure));
    }

    private void read(Callable<Boolean> change, String problem, Consumer<Boolean> changed) {
        tasks.run(() -> {
            boolean done = change.call();
            store.tidy();
            return new Reading(done, store.list());
        }, reading -> {
            all.setAll(reading.searches());
            onRead.accept(reading.searches());
            changed.accept(reading.changed());
        }, failure -> report(problems, problem, failure));
    }

    /** Reports what failed, with the reason where it is a sentence. */
    static void report(ProblemSink problems, String what, Throwable failure) {
        problems.report(failure instanceof IOException && failure.getMessage() != null ? what + " " + failure.getMessage() : what,
                failure);
    }

    private record Reading(boolean changed, List<Search> searches) {}
}
