package io.marquee.data.open;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.Progress;
import io.marquee.data.RatingTable;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The hand-made files of every format. */
final class Fixtures {

    private Fixtures() {}

    /** The path of a fixture's file or folder. */
    static Path path(String name) {
        URL found = Fixtures.class.getResource("/io/marquee/data/formats/" + name);
        try {
            return Path.of(found.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static DatasetSpec spec(String name) {
        return DatasetSpec.of(path(name).toString());
    }

    static Dataset open(DatasetSpec spec) throws IOException {
        return new DatasetLoader().open(spec, Progress.NONE);
    }

    static Dataset open(String name) throws IOException {
        return open(spec(name));
    }

    /** Every row as "user item rating second". */
    static List<String> rows(RatingTable table) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            rows.add(table.users().id(table.user(row)) + " " + table.items().id(table.item(row)) + " "
                    + table.rating(row) + " " + table.timestamp(row));
        }
        return rows;
    }
}
