package io.marquee.tune;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A hyperparameter that a search varies, and within what. Written as a short text, in records and on the command line alike.
 *
 * @param parameter which
 * @param candidates its values
 */
public record Variation(Tunable parameter, Candidates candidates) {

    /** In the form that {@link #parse} reads, such as "learning-rate=0.0001..0.01:log". */
    @JsonValue
    public String text() {
        return parameter.id() + "=" + candidates.text();
    }

    /**
     * Reads such as "embedding=8,16,32" or "learning-rate=0.0001..0.01:log".
     *
     * @throws IllegalArgumentException with a sentence for people
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Variation parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("What is varied is written with its values, such as embedding=8,16,32 or "
                    + "learning-rate=0.0001..0.01:log, not “" + text.strip() + "”.");
        }
        Tunable parameter = Tunable.parse(text.substring(0, equals));
        return new Variation(parameter, Candidates.parse(parameter, text.substring(equals + 1)));
    }
}
