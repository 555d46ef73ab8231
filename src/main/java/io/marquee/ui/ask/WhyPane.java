package io.marquee.ui.ask;

import atlantafx.base.theme.Styles;
import io.marquee.data.Item;
import io.marquee.recommend.Explanation;
import io.marquee.recommend.GenreTaste;
import io.marquee.recommend.Influence;
import io.marquee.ui.Icons;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** Why the selected movie is recommended: genres, and the ratings that moved its prediction most. */
final class WhyPane extends VBox {

    private static final String METHOD = "Each rating of the train part is left out in turn, the user's embedding is "
            + "fitted again to the others with the network standing still, and the movie is predicted again. Shown is "
            + "how many stars the prediction would lose (or gain) without the rating.\n\nLimits: what a rating did to "
            + "the network and to the movies' embeddings in training is not counted. Ratings that say the same share "
            + "their effect: leaving out one of them changes little. Effects do not add up.";

    private static final double BAR = 64;

    /** Below this many stars nobody would call it liking. */
    private static final double NOTICEABLE = 0.05;

    private final VBox content = new VBox(4);

    /** @param similar shows movies like one */
    WhyPane(AnswersViewModel model, Consumer<Item> similar) {
        getStyleClass().add("why-pane");
        Label heading = new Label("Why");
        heading.getStyleClass().add("section-title");
        content.setId("why");
        content.setFillWidth(true);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("why-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(heading, scroll);
        setSpacing(8);
        Runnable show = () -> show(model.whyProperty().get(), model.selectedProperty().get() != null, similar);
        model.whyProperty().addListener(change -> show.run());
        model.selectedProperty().addListener(change -> {
            if (model.whyProperty().get() == null) {
                show.run();
            }
        });
        show.run();
    }

    /** @param selected whether there is a movie to explain; its reason may still be on its way */
    private void show(Explanation why, boolean selected, Consumer<Item> similar) {
        content.getChildren().clear();
        if (why == null) {
            Label words = new Label(selected ? "Working out what speaks for it …"
                    : "Select a movie in the list to see what speaks for it.");
            words.setWrapText(true);
            words.getStyleClass().add(Styles.TEXT_MUTED);
            content.getChildren().add(words);
            return;
        }
        Label title = new Label(why.item().displayTitle());
        title.setWrapText(true);
        title.getStyleClass().add("why-title");
        Label predicted = small(String.format(Locale.ROOT, "Predicted %.2f stars", why.predicted()));
        Hyperlink link = new Hyperlink("Similar movies");
        link.setId("why-similar");
        link.setOnAction(event -> similar.accept(why.item()));
        content.getChildren().addAll(title, new HBox(10, predicted, link));
        genres(why);
        influences(why);
    }

    private void genres(Explanation why) {
        content.getChildren().add(subheading("Its genres"));
        if (why.genres().isEmpty()) {
            content.getChildren().add(small("No genres are listed for it."));
            return;
        }
        double agreement = why.genreAgreement();
        String verdict = agreement > NOTICEABLE ? "Agrees with the taste so far: its genres are rated above the own "
                + "mean."
                : agreement < -NOTICEABLE ? "Against the taste so far: its genres are rated below the own mean."
                        : "Genres say little here: they are rated about as the own mean.";
        content.getChildren().add(small(verdict));
        for (GenreTaste taste : why.genres()) {
            Label name = new Label(taste.genre());
            String words = taste.ratings() == 0 ? "none rated"
                    : String.format(Locale.ROOT, "%+.2f ★ · %,d rated", taste.lift(), taste.ratings());
            Node row = row(name, taste.ratings() == 0 ? null : bar(taste.lift(), 1), words);
            row.setAccessibleText(taste.genre() + ": " + words);
            Icons.explain(row, taste.ratings() == 0 ? "No rated movie has this genre." : String.format(Locale.ROOT,
                    "%,d rated movies, mean %.2f. The difference to the own mean is damped: few ratings say little.",
                    taste.ratings(), taste.mean()));
            content.getChildren().add(row);
        }
    }

    private void influences(Explanation why) {
        Label heading = subheading("Ratings that moved it most");
        Label help = new Label(null, Icons.of(MaterialDesignH.HELP_CIRCLE_OUTLINE));
        help.setFocusTraversable(true);
        help.setAccessibleText("How this is found. " + METHOD);
        Icons.explain(help, METHOD);
        HBox line = new HBox(6, heading, help);
        line.setAlignment(Pos.BOTTOM_LEFT);
        content.getChildren().add(line);
        if (why.influences().isEmpty()) {
            content.getChildren().add(small("There is no rating to leave out: this is what the mean user is "
                    + "predicted."));
            return;
        }
        double strongest = why.influences().stream().mapToDouble(each -> Math.abs(each.effect())).max().orElse(1);
        why.influences().forEach(influence -> content.getChildren().add(influence(influence, strongest)));
        content.getChildren().add(small(String.format(Locale.ROOT, "Of %,d ratings. Explained is %.2f, the "
                + "prediction with the embedding fitted to them alone.", why.explainedFrom(), why.explained())));
    }

    private static Node influence(Influence influence, double strongest) {
        Label title = new Label(influence.item().displayTitle());
        title.setMinWidth(0);
        String words = String.format(Locale.ROOT, "%+.2f", influence.effect());
        String rated = String.format(Locale.ROOT, "rated %.1f", influence.rating());
        Label given = small(rated);
        given.setMinWidth(Region.USE_PREF_SIZE);
        VBox name = new VBox(title, given);
        name.setMinWidth(0);
        Node row = row(name, bar(influence.effect(), strongest), words);
        row.getStyleClass().add("influence");
        row.setAccessibleText(influence.item().displayTitle() + ", " + rated + ": " + words + " stars");
        Icons.explain(row, String.format(Locale.ROOT, "%s, %s: without this rating the prediction would be %.2f "
                + "stars %s.",
                influence.item().displayTitle(), rated, Math.abs(influence.effect()),
                influence.effect() >= 0 ? "lower" : "higher"));
        return row;
    }

    private static HBox row(Region name, Node bar, String value) {
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Label number = new Label(value);
        number.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(8, name);
        if (bar != null) {
            row.getChildren().add(bar);
        }
        row.getChildren().add(number);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("why-row");
        return row;
    }

    /** A bar to the right of the middle for what speaks for the movie, to the left for what speaks against it. */
    private static Node bar(double value, double full) {
        double length = Math.max(1, Math.min(1, Math.abs(value) / full) * BAR / 2);
        Region bar = new Region();
        bar.getStyleClass().addAll("effect-bar", value >= 0 ? "for" : "against");
        bar.setMinSize(length, 8);
        bar.setMaxSize(length, 8);
        Region gap = new Region();
        double before = value >= 0 ? BAR / 2 : BAR / 2 - length;
        gap.setMinWidth(before);
        HBox box = new HBox(gap, bar);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(BAR);
        box.setMaxWidth(BAR);
        return box;
    }

    private static Label subheading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("subheading");
        return label;
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        return label;
    }
}
