package io.marquee.ui.ask;

import io.marquee.ui.Icons;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Five stars to click on; the left half of a star is half a star where the scale has it. */
final class StarRating extends HBox {

    private static final double QUARTER = 0.25;
    private static final double THREE_QUARTERS = 0.75;

    private final FontIcon[] stars = new FontIcon[StarScale.STARS];
    private final DoubleConsumer rate;
    private StarScale scale;
    private double rating = Double.NaN;

    /** @param rate gets the rating that is clicked on */
    StarRating(DoubleConsumer rate) {
        this.rate = rate;
        getStyleClass().add("star-rating");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        for (int i = 0; i < stars.length; i++) {
            stars[i] = Icons.of(MaterialDesignS.STAR_OUTLINE);
            getChildren().add(stars[i]);
        }
        setOnMouseMoved(event -> fill(pointed(event)));
        setOnMouseExited(event -> fill(rating));
        setOnMouseClicked(event -> {
            this.rate.accept(pointed(event));
            event.consume();
        });
        setOnMousePressed(MouseEvent::consume);
    }

    /** Shows a rating; NaN for none. */
    void show(StarScale newScale, double newRating) {
        scale = newScale;
        rating = newRating;
        fill(rating);
    }

    private double pointed(MouseEvent event) {
        double width = getWidth() / StarScale.STARS;
        // Rounded up to half a star: the half that is pointed at is filled.
        return scale.rating(Math.max(0.5, Math.ceil(event.getX() / width * 2) / 2));
    }

    private void fill(double shown) {
        double filled = Double.isNaN(shown) ? 0 : scale.stars(shown);
        getStyleClass().remove("unrated");
        if (Double.isNaN(shown)) {
            getStyleClass().add("unrated");
        }
        for (int i = 0; i < stars.length; i++) {
            double share = filled - i;
            stars[i].setIconCode(share >= THREE_QUARTERS ? MaterialDesignS.STAR
                    : share >= QUARTER ? MaterialDesignS.STAR_HALF_FULL : MaterialDesignS.STAR_OUTLINE);
        }
    }
}
