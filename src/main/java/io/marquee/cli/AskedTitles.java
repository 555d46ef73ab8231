package io.marquee.cli;

import io.marquee.data.IdIndex;
import io.marquee.recommend.AskedModel;
import io.marquee.search.TitleHit;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Finds the movie a person means. */
final class AskedTitles {

    /** The best title has to fit better than the next by so much, or the person is asked. */
    private static final double CLEARLY_BETTER = 0.12;

    private static final int OFFERED = 5;

    private final AskedModel asked;
    private final Console console;

    AskedTitles(AskedModel asked, Console console) {
        this.asked = asked;
        this.console = console;
    }

    /**
     * The index of a movie by its title, with or without the year, by its id, or by something like its title.
     *
     * @throws CommandFailure if nothing, or too much, is like it
     */
    int find(String typed) {
        OptionalInt exact = asked.matcher().match(typed);
        if (exact.isPresent()) {
            return exact.getAsInt();
        }
        int byId = asked.model().items().indexOf(typed.strip());
        if (byId != IdIndex.UNKNOWN) {
            return byId;
        }
        List<TitleHit> hits = asked.titles().search(typed, OFFERED);
        if (hits.isEmpty()) {
            throw CommandFailure.failed("No movie of this model has a title like \"" + typed + "\".");
        }
        if (hits.size() > 1 && hits.get(0).score() - hits.get(1).score() < CLEARLY_BETTER) {
            throw CommandFailure.failed("Several movies have a title like \"" + typed + "\": " + hits.stream()
                    .map(hit -> asked.facts().item(hit.index()).displayTitle()).collect(Collectors.joining("; "))
                    + ". Give more of the title, and the year in brackets.");
        }
        int found = hits.get(0).index();
        console.say("Took \"" + typed + "\" as " + asked.facts().item(found).displayTitle() + ".");
        return found;
    }
}
