package io.marquee.cli;

import io.marquee.runs.RunDetails;
import io.marquee.runs.RunHistory;
import io.marquee.runs.RunSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the runs that words on the command line mean. */
final class RunChoice {

    private final RunHistory history;

    RunChoice(RunHistory history) {
        this.history = history;
    }

    /** @throws CommandFailure if there is no such run, or several of that name */
    RunSummary one(String words) throws IOException {
        history.tidy();
        List<RunSummary> found = history.find(words);
        if (found.isEmpty()) {
            throw CommandFailure.failed("There is no run '" + words + "'; 'marquee runs list' shows those there are.");
        }
        if (found.size() > 1) {
            throw CommandFailure.failed("Several runs are named '" + words + "': "
                    + found.stream().map(run -> Long.toString(run.id())).collect(Collectors.joining(", "))
                    + ". Give the number instead.");
        }
        return found.get(0);
    }

    RunDetails details(String words) throws IOException {
        return history.details(one(words).id()).orElseThrow();
    }

    List<RunDetails> details(List<String> words) throws IOException {
        List<RunDetails> runs = new ArrayList<>();
        for (String word : words) {
            runs.add(details(word));
        }
        return runs;
    }
}
