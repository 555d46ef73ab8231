package io.marquee.cli;

import io.marquee.catalogue.CatalogueEntry;
import io.marquee.catalogue.ChangedByPublisherException;
import io.marquee.catalogue.Downloads;
import java.io.IOException;
import java.util.Locale;

/**
 * Asks a person to agree to the licence of a dataset before it is downloaded. Where nobody can be asked, {@code --yes}
 * must have been given.
 */
final class Consent {

    private final Console console;
    private boolean yesToAll;

    Consent(Console console) {
        this.console = console;
    }

    /** The person has said yes to all questions beforehand. */
    void yesToAll() {
        yesToAll = true;
    }

    /** Shows the licence and asks, unless it was agreed to before. */
    void toLicence(CatalogueEntry entry, Downloads downloads) throws IOException {
        if (downloads.accepted(entry)) {
            return;
        }
        console.say(entry.name() + " comes from " + entry.source() + ".");
        console.say("Licence: " + entry.licence().sentence());
        agreed(String.format(Locale.ROOT, "Agree, and download %.1f MB?", entry.bytes() / 1e6));
        downloads.accept(entry);
    }

    /** Asks whether to use a dataset that its publisher has changed. */
    void toChange(ChangedByPublisherException change) {
        console.say(change.getMessage());
        agreed("Use it all the same?");
    }

    private void agreed(String question) {
        if (yesToAll) {
            return;
        }
        if (!console.interactive() || System.console() == null) {
            throw CommandFailure.failed("Nobody can be asked here: run the command again with --yes to agree.");
        }
        String answer = System.console().readLine("%s [y/N] ", question);
        if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
            throw CommandFailure.failed("Then not.");
        }
    }
}
