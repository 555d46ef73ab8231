package io.marquee.cli;

import io.marquee.recommend.AnswerSpeed;

/** Prints how fast a model answers. */
final class AnswerSpeedTable {

    private final Console console;

    AnswerSpeedTable(Console console) {
        this.console = console;
    }

    void print(AnswerSpeed speed) {
        console.result("Model         %s, %,d movies, hidden %s", speed.dataset(), speed.movies(),
                speed.hiddenLayers());
        console.result("Top ten       %8.2f ms   of all movies, for a user by id; 95%% take at most %.2f ms",
                speed.topTen(), speed.topTenSlowest());
        console.result("  computed    %8.2f ms   the same without kept item shares%s", speed.topTenComputed(),
                speed.productsKept() ? "" : ", which this network or the memory did not allow");
        console.result("New user      %8.2f ms   embedding fitted to ten ratings", speed.foldIn());
        console.result("Why           %8.2f ms   six ratings that moved a prediction most", speed.explanation());
        console.result("Similar       %8.2f ms   fifty nearest movies", speed.similar());
        console.result("Title         %8.2f ms   twelve movies for a title with two letters swapped", speed.title());
        console.result("Protocol      medians of %,d questions each, one thread, after a warm-up.", speed.questions());
    }
}
