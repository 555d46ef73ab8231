package io.marquee.export;

import io.marquee.data.IdIndex;
import io.marquee.data.Item;
import io.marquee.data.RatingScale;
import io.marquee.data.SpreadsheetCell;
import io.marquee.model.TrainedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The lines of a file of lists: user, rank, movie, predicted stars and, if asked for, the title. UTF-8, ended by LF. */
final class TopListLines {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private final IdIndex users;
    private final List<String> ids = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final boolean withTitles;
    private final RatingScale scale;

    TopListLines(TrainedModel model, boolean withTitles) {
        this.users = model.users();
        this.withTitles = withTitles;
        this.scale = model.scale();
        for (Item item : model.catalogue().itemsOf(model.items())) {
            ids.add(SpreadsheetCell.of(item.id()));
            titles.add(SpreadsheetCell.of(item.displayTitle()));
        }
    }

    byte[] header() {
        String columns = "userId,rank,movieId,predictedRating" + (withTitles ? ",title" : "") + "\n";
        return columns.getBytes(StandardCharsets.UTF_8);
    }

    /** The lines of the users a tile has found. */
    byte[] of(TopListTile tile, int firstUser, int count) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (int i = 0; i < count; i++) {
                print(SpreadsheetCell.of(users.id(firstUser + i)), tile.best(i), printer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A StringBuilder does not fail", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void print(String user, BestItems best, CSVPrinter printer) throws IOException {
        for (int place = 0; place < best.size(); place++) {
            int item = best.item(place);
            String stars = String.format(Locale.ROOT, "%.4f", scale.clip(best.rating(place)));
            if (withTitles) {
                printer.printRecord(user, place + 1, ids.get(item), stars, titles.get(item));
            } else {
                printer.printRecord(user, place + 1, ids.get(item), stars);
            }
        }
    }
}
