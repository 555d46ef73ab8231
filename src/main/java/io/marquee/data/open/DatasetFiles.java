package io.marquee.data.open;

import io.marquee.data.ImportReport;
import io.marquee.data.read.ItemFormat;
import io.marquee.data.read.UserFormat;
import io.marquee.data.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that make up a dataset.
 *
 * @param name what people call it
 * @param ratings all ratings, or the train part where there is a test part
 * @param test the test part of a published split
 * @param items titles and genres
 * @param titles titles of items that are no movies of MovieLens
 * @param tags what users called the movies
 * @param links where else the movies are described
 * @param users what users said of themselves
 * @param splits names of the published splits there are
 * @param listed every file of the folder or zip, with what it is
 * @param remarks sentences about files that were left out
 */
record DatasetFiles(
        String name,
        SourceFile ratings,
        Optional<SourceFile> test,
        Optional<Items> items,
        Optional<SourceFile> titles,
        Optional<SourceFile> tags,
        Optional<SourceFile> links,
        Optional<Users> users,
        List<String> splits,
        List<ImportReport.ListedFile> listed,
        List<String> remarks) {

    /** An item file and how it is written. */
    record Items(SourceFile file, ItemFormat format) {}

    /** A file of users and how it is written. */
    record Users(SourceFile file, UserFormat format) {}

    /** The files on disk that are read, each once. */
    List<Path> onDisk() {
        return Stream.of(Stream.of(ratings), test.stream(), items.map(Items::file).stream(), titles.stream(),
                        tags.stream(), links.stream(), users.map(Users::file).stream())
                .flatMap(files -> files)
                .map(SourceFile::disk)
                .distinct()
                .toList();
    }

    /** These files with a test part, and another name. */
    DatasetFiles withTest(String newName, SourceFile newRatings, SourceFile newTest) {
        return new DatasetFiles(newName, newRatings, Optional.of(newTest), items, titles, tags, links, users, splits,
                listed, remarks);
    }

    /** These files with titles, tags, links and users of others where they have no titles themselves. */
    DatasetFiles titledBy(DatasetFiles other) {
        return items.isPresent() || titles.isPresent() ? this : new DatasetFiles(name, ratings, test, other.items,
                other.titles, other.tags, other.links, other.users, splits, listed, remarks);
    }
}
