package io.marquee.cli;

import io.marquee.evaluate.ranking.RankingTask;
import picocli.CommandLine.Option;

/** For how many users the whole catalogue is ranked. */
final class RankingOptions {

    @Option(names = "--ranking-users", paramLabel = "N", defaultValue = "" + RankingTask.USERS,
            converter = Numbers.Whole.class,
            description = "Rank the whole catalogue for so many users drawn at random, or all if there are fewer; each costs "
                    + "a prediction of every movie. 0 leaves the ranking out. Without it: ${DEFAULT-VALUE}.")
    private int users;

    void check() {
        if (users < 0) {
            throw CommandFailure.usage("--ranking-users must be at least 0, not " + users + ".");
        }
    }

    int users() {
        return users;
    }
}
