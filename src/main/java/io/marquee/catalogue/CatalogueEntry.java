package io.marquee.catalogue;

import io.marquee.data.DatasetSpec;

/**
 * A dataset that Marquee knows by name.
 *
 * @param id name by which it is asked for, such as {@code ml-20m} or {@code matinee:1m}
 * @param name what people call it
 * @param ratings number of ratings
 * @param users number of users
 * @param items number of movies it lists, rated or not
 * @param about what is special about it, in one sentence
 * @param bytes size of its zip; 0 where it is made here
 * @param checksums hashes of the zip as they were when this table was made
 * @param licence what one may do with it
 * @param source where it comes from: a web address, or "built in"
 */
public record CatalogueEntry(
        String id,
        String name,
        int ratings,
        int users,
        int items,
        String about,
        long bytes,
        Checksums checksums,
        Licence licence,
        String source) {

    /** Whether it is made by Marquee, so that there is nothing to download. */
    public boolean builtIn() {
        return bytes == 0;
    }

    /** The name of its zip at the publisher and here. */
    public String zipName() {
        return id + ".zip";
    }

    /** What to open. */
    public DatasetSpec spec() {
        return DatasetSpec.of(id);
    }
}
