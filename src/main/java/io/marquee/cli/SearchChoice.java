package io.marquee.cli;

import io.marquee.tune.Search;
import io.marquee.tune.SearchStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds the search that words on the command line mean. */
final class SearchChoice {

    private final SearchStore store;

    SearchChoice(SearchStore store) {
        this.store = store;
    }

    /** @throws CommandFailure if there is no such search */
    Search one(String words) throws IOException {
        store.tidy();
        Optional<Search> found = Optional.empty();
        if (words.strip().equalsIgnoreCase("last")) {
            List<Search> all = store.list();
            found = all.stream().findFirst();
        } else if (words.strip().matches("\\d{1,18}")) {
            found = store.find(Long.parseLong(words.strip()));
        }
        return found.orElseThrow(() -> CommandFailure.failed("There is no search '" + words
                + "'; 'marquee tune list' shows those there are, named by their numbers."));
    }
}
