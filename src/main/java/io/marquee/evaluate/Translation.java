package io.marquee.evaluate;

import io.marquee.data.IdIndex;

/** Finds the users or items of one dataset in another by their original ids. */
final class Translation {

    private Translation() {}

    /** For each index of one dataset that of the other, or {@link IdIndex#UNKNOWN}. */
    static int[] of(IdIndex from, IdIndex to) {
        int[] translation = new int[from.size()];
        for (int i = 0; i < translation.length; i++) {
            translation[i] = to.indexOf(from.id(i));
        }
        return translation;
    }
}
