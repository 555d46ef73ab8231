package io.marquee.ui.ask;

import atlantafx.base.theme.Styles;
import io.marquee.data.Item;
import io.marquee.ui.Icons;
import io.marquee.ui.RowCell;
import io.marquee.ui.TitleAndFacts;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * A movie with stars to click on.
 *
 * @param <T> what the list holds
 */
final class RateCell<T> extends RowCell<T> {

    private final Function<T, Item> itemOf;
    private final ToDoubleFunction<T> ratingOf;
    private final Supplier<StarScale> scale;
    private final TitleAndFacts words = new TitleAndFacts();
    private final StarRating stars;
    private final HBox row;

    /**
     * @param ratingOf the rating; NaN for none
     * @param rate gives a rating
     * @param drop takes the movie out of the list
     * @param dropName what that is called
     */
    RateCell(Function<T, Item> itemOf, ToDoubleFunction<T> ratingOf, Supplier<StarScale> scale,
            ObjDoubleConsumer<Item> rate, Consumer<Item> drop, String dropName) {
        this.itemOf = itemOf;
        this.ratingOf = ratingOf;
        this.scale = scale;
        HBox.setHgrow(words, Priority.ALWAYS);
        stars = new StarRating(rating -> rate.accept(itemOf.apply(getItem()), rating));
        Button button = Icons.named(new Button(null, Icons.of(MaterialDesignC.CLOSE)), dropName);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setFocusTraversable(false);
        button.setOnAction(event -> drop.accept(itemOf.apply(getItem())));
        row = new HBox(6, words, stars, button);
        row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected Node show(T value) {
        Item item = itemOf.apply(value);
        double rating = ratingOf.applyAsDouble(value);
        String facts = MovieCell.yearAndGenres(item);
        words.show(item.title(), facts);
        stars.show(scale.get(), rating);
        String rated = Double.isNaN(rating) ? "not rated" : String.format(Locale.ROOT, "rated %.1f", rating);
        setAccessibleText(item.displayTitle() + ", " + rated
                + ". Keys 1 to 5 rate, left and right change, delete drops.");
        Icons.explain(this, item.displayTitle() + "\n" + facts);
        return row;
    }
}
