package io.marquee.data;

import io.marquee.data.open.DatasetLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;

/** A folder of MovieLens files that a test writes. */
record DataFolder(Path path) {

    static final String RATINGS_HEADER = "userId,movieId,rating,timestamp\n";
    static final String MOVIES_HEADER = "movieId,title,genres\n";
    static final String TWO_RATINGS = "1,10,4.0,100\n2,20,3.5,200\n";
    static final String TWO_MOVIES = "10,Heat (1995),Crime\n20,Sabrina (1995),Comedy|Romance\n";

    DataFolder ratings(String rows) throws IOException {
        return file("ratings.csv", RATINGS_HEADER + rows);
    }

    DataFolder movies(String rows) throws IOException {
        return file("movies.csv", MOVIES_HEADER + rows);
    }

    DataFolder file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    DataFolder file(String name, byte[] bytes) throws IOException {
        Files.write(path.resolve(name), bytes);
        return this;
    }

    Dataset open() throws IOException {
        return new DatasetLoader().open(DatasetSpec.of(path.toString()), Progress.NONE);
    }

    /** The sentence the folder is refused with. */
    String refusal() {
        Throwable refusal = Assertions.catchThrowable(this::open);
        Assertions.assertThat(refusal).isInstanceOf(InvalidDataException.class);
        return refusal.getMessage();
    }
}
