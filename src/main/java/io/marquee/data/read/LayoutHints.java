package io.marquee.data.read;

import java.util.Optional;

/**
 * What a person has said about a file's layout, so that only the rest is guessed.
 *
 * @param delimiter what stands between fields
 * @param quote the character around fields that hold a delimiter; an empty text where quotes mean nothing
 * @param encoding name of the character encoding
 * @param header whether the first line names the columns
 */
public record LayoutHints(
        Optional<String> delimiter, Optional<String> quote, Optional<String> encoding, Optional<Boolean> header) {

    /** Nothing was said. */
    public static final LayoutHints NONE =
            new LayoutHints(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
