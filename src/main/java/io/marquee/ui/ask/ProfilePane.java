package io.marquee.ui.ask;

import atlantafx.base.theme.Styles;
import io.marquee.recommend.GenreTaste;
import io.marquee.recommend.RatedItem;
import io.marquee.recommend.UserProfile;
import io.marquee.ui.Icons;
import io.marquee.ui.LineBreaks;
import io.marquee.ui.Message;
import io.marquee.ui.WordColumn;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** The user asked for: search box, numbers, favourite genres, and what they rated. */
final class ProfilePane extends VBox {

    private static final int GENRES = 4;

    private final RecommendViewModel model;
    private final Label numbers = new Label();
    private final FlowPane genres = new FlowPane(5, 5);
    private final TableView<RatedItem> rated = new TableView<>();

    ProfilePane(RecommendViewModel model) {
        this.model = model;
        getStyleClass().add("profile-pane");
        Label heading = new Label("User");
        heading.getStyleClass().add("section-title");
        SuggestionField<UserSuggestion> search = new SuggestionField<>("room-user-search",
                MaterialDesignA.ACCOUNT_SEARCH, "User id, or a movie they rated", model.queryProperty(),
                model.suggestions(), each -> new SuggestionField.Look(each.text(), each.detail()), model::offer,
                model::submit, model::choose);
        search.setPromptText("User id, or a movie they rated");
        search.setMaxWidth(Double.MAX_VALUE);
        Message message = Message.error("room-user-message", model.messageProperty());
        numbers.setId("room-user-numbers");
        numbers.setWrapText(true);
        numbers.setMinHeight(USE_PREF_SIZE);
        table();
        VBox.setVgrow(rated, Priority.ALWAYS);
        VBox below = new VBox(6, numbers, subheading("Favourite genres"), genres, subheading("Rated movies"), rated);
        VBox.setVgrow(below, Priority.ALWAYS);
        below.visibleProperty().bind(model.profileProperty().isNotNull());
        getChildren().addAll(heading, search, message, below);
        setSpacing(8);
        model.profileProperty().addListener((property, before, now) -> show(now));
        show(model.profileProperty().get());
    }

    private void show(UserProfile profile) {
        if (profile == null) {
            rated.getItems().clear();
            return;
        }
        String about = model.aboutProperty().get();
        String user = "User " + model.userProperty().get() + (about.isEmpty() ? "" : " · " + about);
        numbers.setText(LineBreaks.keep(profile.ratings() == 0 ? user + " · no ratings"
                : String.format(Locale.ROOT, "%s · %,d rating%s, %,d of them in the test part · mean %.2f", user,
                        profile.ratings(), profile.ratings() == 1 ? "" : "s", profile.testRatings(), profile.mean())));
        List<GenreTaste> liked = profile.genres().stream().filter(taste -> taste.lift() > 0).limit(GENRES).toList();
        genres.getChildren().setAll(liked.stream().map(ProfilePane::chip).toList());
        if (liked.isEmpty()) {
            genres.getChildren().setAll(new Label("No genre stands out."));
        }
        rated.getItems().setAll(profile.rated());
        rated.sort();
    }

    private static Label chip(GenreTaste taste) {
        Label chip = new Label(String.format(Locale.ROOT, "%s %+.2f", taste.genre(), taste.lift()));
        chip.getStyleClass().add("chip");
        Icons.explain(chip, String.format(Locale.ROOT, "%,d rated movies, mean %.2f: above the user's own mean by "
                + "%.2f stars, damped so that few ratings say little.", taste.ratings(), taste.mean(), taste.lift()));
        return chip;
    }

    private void table() {
        rated.setId("room-rated");
        rated.getStyleClass().addAll(Styles.DENSE, "rated-table");
        rated.setAccessibleText("Rated movies");
        rated.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<RatedItem, String> title = new WordColumn<>("Title", 110, each -> each.item().title(), Function.identity());
        title.setMinWidth(110);
        TableColumn<RatedItem, Integer> year = new WordColumn<RatedItem, Integer>("Year", 48,
                each -> each.item().year().isPresent() ? each.item().year().getAsInt() : null, Object::toString).fixed();
        TableColumn<RatedItem, Double> stars = new WordColumn<>("Stars", 50, RatedItem::rating,
                value -> String.format(Locale.ROOT, "%.1f", value)).fixed();
        TableColumn<RatedItem, String> part = new WordColumn<RatedItem, String>("Part", 48,
                each -> each.inTest() ? "test" : "train", Function.identity()).fixed();
        rated.getColumns().setAll(List.of(title, year, stars, part));
    }

    private static Label subheading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("subheading");
        return label;
    }
}
