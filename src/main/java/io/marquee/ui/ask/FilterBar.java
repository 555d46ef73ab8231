package io.marquee.ui.ask;

import atlantafx.base.theme.Styles;
import io.marquee.recommend.SeenRule;
import io.marquee.ui.ChoiceConverter;
import io.marquee.ui.Icons;
import io.marquee.ui.Message;
import java.util.Locale;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The filters above a list of recommendations. */
final class FilterBar extends VBox {

    private static final Map<SeenRule, String> SEEN = Map.of(
            SeenRule.HIDE_RATED, "Not rated yet",
            SeenRule.HIDE_TRAINED, "And test part",
            SeenRule.SHOW_RATED, "All, rated too");

    private final FilterViewModel model;

    /** @param withTestPart whether the users asked for have ratings in the test part */
    FilterBar(FilterViewModel model, boolean withTestPart) {
        this.model = model;
        getStyleClass().add("filter-bar");
        Message message = Message.error("filter-message", model.messageProperty());
        FlowPane fields = new FlowPane(14, 6, genres(), years(), minimumRatings(), seen(withTestPart), diversity(),
                count(), clear());
        fields.setRowValignment(javafx.geometry.VPos.CENTER);
        getChildren().addAll(fields, message);
        setSpacing(4);
    }

    private Node genres() {
        MenuButton menu = new MenuButton("Any genre");
        menu.setId("filter-genres");
        Icons.explain(menu, "Movies need at least one of the genres chosen here.");
        Runnable name = () -> menu.setText(switch (model.genres().size()) {
            case 0 -> "Any genre";
            case 1, 2 -> String.join(" or ", model.genres());
            default -> model.genres().size() + " genres";
        });
        model.genres().addListener((InvalidationListener) change -> name.run());
        Runnable fill = () -> menu.getItems().setAll(model.allGenres().stream().map(this::genre).toList());
        model.allGenres().addListener((ListChangeListener<String>) change -> fill.run());
        fill.run();
        name.run();
        return menu;
    }

    private CheckMenuItem genre(String genre) {
        CheckMenuItem item = new CheckMenuItem(genre);
        item.setSelected(model.genres().contains(genre));
        item.selectedProperty().addListener((property, before, selected) -> {
            if (selected) {
                model.genres().add(genre);
            } else {
                model.genres().remove(genre);
            }
        });
        model.genres().addListener((InvalidationListener) change -> item.setSelected(model.genres().contains(genre)));
        return item;
    }

    private Node years() {
        TextField from = number("filter-from", "from", "First year of release", model.earliestProperty());
        TextField to = number("filter-to", "to", "Last year of release", model.latestProperty());
        return line("Years", from, new Label("–"), to);
    }

    private Node minimumRatings() {
        TextField field = number("filter-ratings", "any", "Fewest ratings", model.minimumRatingsProperty());
        Icons.explain(field, "Leave out movies with fewer ratings in the dataset: predictions for them are guesses.");
        return line("Min. ratings", field);
    }

    private static TextField number(String id, String prompt, String name, StringProperty text) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(name);
        field.setPrefWidth(58);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private Node seen(boolean withTestPart) {
        ComboBox<SeenRule> box = new ComboBox<>();
        box.setId("filter-seen");
        box.getItems().setAll(SeenRule.values());
        if (!withTestPart) {
            box.getItems().remove(SeenRule.HIDE_TRAINED);
        }
        box.setConverter(new ChoiceConverter<>(SEEN::get));
        box.valueProperty().bindBidirectional(model.seenProperty());
        box.setAccessibleText("Which movies");
        Icons.explain(box, withTestPart
                ? "“And test part” keeps movies whose rating the network has not seen, and shows that rating beside "
                + "the prediction. “All, rated too” keeps everything."
                : "Whether movies you have rated may be recommended.");
        return box;
    }

    private Node diversity() {
        Slider slider = new Slider(0, 1, 0);
        slider.setId("filter-diversity");
        slider.setPrefWidth(110);
        slider.setBlockIncrement(0.1);
        slider.setAccessibleText("Diversity");
        slider.valueProperty().bindBidirectional(model.diversityProperty());
        Icons.explain(slider, "At 0 the highest predictions as they are. To the right, movies that differ more from "
                + "those above them (maximal marginal relevance over the embeddings).");
        Label value = new Label();
        value.setMinWidth(30);
        value.textProperty().bind(slider.valueProperty().map(v -> String.format(Locale.ROOT, "%.2f", v.doubleValue())));
        return line("Diversity", slider, value);
    }

    private Node count() {
        ComboBox<Integer> box = new ComboBox<>();
        box.setId("filter-count");
        box.getItems().setAll(model.counts());
        box.valueProperty().bindBidirectional(model.countProperty());
        box.setAccessibleText("How many movies");
        return line("Top", box);
    }

    private Node clear() {
        Button button =
                Icons.named(new Button(null, Icons.of(MaterialDesignF.FILTER_OFF_OUTLINE)), "Clear the filters");
        button.setId("filter-clear");
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setOnAction(event -> model.clear());
        return button;
    }

    private static HBox line(String name, Node... fields) {
        Label label = new Label(name);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        label.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(6, label);
        line.getChildren().addAll(fields);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
