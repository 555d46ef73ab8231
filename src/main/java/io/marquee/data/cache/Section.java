package io.marquee.data.cache;

/**
 * A part of a cache file.
 *
 * @param offset where it starts
 * @param length bytes
 * @param checksum CRC-32C of them
 */
record Section(long offset, long length, long checksum) {

    /** The parts of every cache file, in order. */
    enum Part {
        /** Names, counts, notes, scale: what is not a column. */
        DESCRIPTION,
        CATALOGUE,
        USER_IDS,
        ITEM_IDS,
        USERS,
        ITEMS,
        RATINGS,
        TIMES
    }
}
