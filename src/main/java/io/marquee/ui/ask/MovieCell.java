package io.marquee.ui.ask;

import atlantafx.base.theme.Styles;
import io.marquee.data.Item;
import io.marquee.ui.Icons;
import io.marquee.ui.RowCell;
import io.marquee.ui.TitleAndFacts;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/**
 * A movie in a list: title over year and genres on the left, a number on the right.
 *
 * @param <T> what the list holds
 */
final class MovieCell<T> extends RowCell<T> {

    /**
     * What is shown of a movie.
     *
     * @param place rank; empty where the list has none
     * @param item the movie
     * @param number rating, prediction or likeness, as it is written
     * @param note what stands below the number
     * @param badge a few words before the number; may be empty
     * @param explanation for the tooltip
     */
    record Line(String place, Item item, String number, String note, String badge, String explanation) {}

    /** Wide enough for most, so that what stands before the numbers ends in one line. */
    private static final double NUMBERS = 84;

    private final Function<T, Line> lineOf;
    private final Label place = new Label();
    private final TitleAndFacts words = new TitleAndFacts();
    private final Label number = new Label();
    private final Label note = new Label();
    private final Label badge = new Label();
    private final HBox row;

    /** @param inStars whether the number is one of stars */
    MovieCell(boolean inStars, Function<T, Line> lineOf) {
        this.lineOf = lineOf;
        place.getStyleClass().addAll("movie-place", Styles.TEXT_MUTED);
        place.setMinWidth(24);
        place.setAlignment(Pos.CENTER_RIGHT);
        place.managedProperty().bind(place.textProperty().isNotEmpty());
        HBox.setHgrow(words, Priority.ALWAYS);
        if (inStars) {
            number.setGraphic(Icons.of(MaterialDesignS.STAR));
        }
        number.getStyleClass().add("movie-stars");
        number.setMinWidth(Region.USE_PREF_SIZE);
        badge.getStyleClass().add("chip");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        badge.visibleProperty().bind(badge.textProperty().isNotEmpty());
        badge.managedProperty().bind(badge.visibleProperty());
        note.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        note.setMinWidth(Region.USE_PREF_SIZE);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        VBox numbers = new VBox(number, note);
        numbers.setAlignment(Pos.CENTER_RIGHT);
        numbers.setMinWidth(NUMBERS);
        row = new HBox(8, place, words, badge, numbers);
        row.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("movie-cell");
    }

    @Override
    protected Node show(T value) {
        Line line = lineOf.apply(value);
        place.setText(line.place());
        String facts = yearAndGenres(line.item());
        words.show(line.item().title(), facts);
        number.setText(line.number());
        badge.setText(line.badge());
        note.setText(line.note());
        String all = line.item().title() + "\n" + facts + "\n" + line.explanation();
        Icons.explain(this, all);
        setAccessibleText(all);
        return row;
    }

    /** The year stands here and not behind the title, so that a long title loses its end and not its year. */
    static String yearAndGenres(Item item) {
        String genres = item.genres().isEmpty() ? "no genres listed" : String.join(", ", item.genres());
        return item.year().isPresent() ? item.year().getAsInt() + " · " + genres : genres;
    }
}
