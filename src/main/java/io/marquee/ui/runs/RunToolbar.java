package io.marquee.ui.runs;

import atlantafx.base.theme.Styles;
import io.marquee.runs.RunSummary;
import io.marquee.ui.Icons;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** Search, and what can be done with the selected runs. */
final class RunToolbar extends HBox {

    private static final String ONE = "Select one run.";
    private static final String ANY = "Select runs in the list.";

    private final RunsViewModel model;
    private final RunTable table;
    private final Actions actions;
    private final TextField search = new TextField();
    private final BooleanBinding none;
    private final BooleanBinding notOne;
    private final BooleanBinding noModel;
    private final BooleanBinding notResumable;

    /** What needs a dialog. */
    record Actions(Runnable export, Runnable report) {}

    RunToolbar(RunsViewModel model, RunTable table, Actions actions) {
        this.model = model;
        this.table = table;
        this.actions = actions;
        getStyleClass().add("runs-toolbar");
        setAlignment(Pos.CENTER_LEFT);
        none = Bindings.isEmpty(table.getSelectionModel().getSelectedItems());
        notOne = Bindings.size(table.getSelectionModel().getSelectedItems()).isNotEqualTo(1);
        noModel = one(run -> run.modelFile().isPresent() || run.epochsFinished() > 0).not();
        notResumable = one(run -> run.state().unfinished() && run.epochsFinished() > 0).not();
        search.setId("run-search");
        search.setPromptText("Search runs");
        Icons.explain(search, "Words in the name, dataset, settings, state or notes (Ctrl+F)");
        search.setAccessibleText("Search runs");
        search.setPrefWidth(260);
        search.setMinWidth(140);
        search.textProperty().bindBidirectional(model.searchProperty());
        ToggleButton starred = Icons.named(new ToggleButton(null, Icons.of(MaterialDesignS.STAR_OUTLINE)), "Only starred runs");
        starred.setId("runs-starred");
        starred.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        starred.selectedProperty().bindBidirectional(model.starredOnlyProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(search, starred, count(), gap, undo(),
                button("run-duplicate", "Use settings", MaterialDesignC.CONTENT_COPY,
                        "Fill the form with the settings of this run, and go to Train (D)", ONE, notOne, this::duplicate),
                button("run-resume", "Resume", MaterialDesignR.REPLAY,
                        "Go on with this run after its last finished epoch (R)",
                        "Only one run at a time, that was stopped or interrupted after an epoch, can go on.", notResumable, this::resume),
                button("run-open-model", "Open model", MaterialDesignF.FOLDER_OPEN_OUTLINE,
                        "Open the model of this run, as saved or as of its last checkpoint, to ask it",
                        "Select one run that has finished an epoch: it has a model.", noModel, this::openModel),
                button("run-report", "Report…", MaterialDesignF.FILE_DOCUMENT_OUTLINE,
                        "Write this run as one HTML page", ONE, notOne, actions.report()),
                button("run-export", "Export…", MaterialDesignT.TABLE_ARROW_RIGHT,
                        "Write every point of the selected runs as CSV or JSON", ANY, none, actions.export()),
                button("run-delete", "Delete", MaterialDesignD.DELETE_OUTLINE,
                        "Delete the selected runs (Delete); Undo brings them back", ANY, none, this::delete));
    }

    /** Goes to the field in which runs are searched. */
    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** Whether exactly one run is selected, and it is such a run. */
    private BooleanBinding one(Predicate<RunSummary> such) {
        return Bindings.createBooleanBinding(
                () -> table.selected().size() == 1 && such.test(table.selected().get(0).summary()),
                table.getSelectionModel().getSelectedItems(), model.list().all());
    }

    private Label count() {
        Label count = new Label();
        count.setId("run-count");
        count.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        InvalidationListener show = change -> {
            int found = model.list().found().size();
            int all = model.list().all().size();
            count.setText(found == all ? String.format(Locale.ROOT, "%,d %s", all, all == 1 ? "run" : "runs")
                    : String.format(Locale.ROOT, "%,d of %,d runs", found, all));
        };
        model.list().found().addListener(show);
        model.list().all().addListener(show);
        show.invalidated(null);
        return count;
    }

    private Button undo() {
        Button undo = new Button(null, Icons.of(MaterialDesignU.UNDO_VARIANT));
        undo.setId("run-undo");
        undo.getStyleClass().add(Styles.ACCENT);
        undo.setMinWidth(USE_PREF_SIZE);
        undo.textProperty().bind(Bindings.createStringBinding(() -> model.deleted().size() == 1
                ? "Undo delete" : "Undo delete of " + model.deleted().size(), model.deleted()));
        undo.visibleProperty().bind(Bindings.isNotEmpty(model.deleted()));
        undo.managedProperty().bind(undo.visibleProperty());
        undo.setOnAction(event -> model.undoDelete());
        Icons.explain(undo, "Bring back what was deleted last (Ctrl+Z)");
        return undo;
    }

    private static Button button(String id, String text, Ikon icon, String help, String whyDisabled, BooleanBinding disabled,
            Runnable action) {
        Button button = new Button(text, Icons.of(icon));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add(Styles.FLAT);
        button.disableProperty().bind(disabled);
        button.setOnAction(event -> action.run());
        Icons.explain(button, help, whyDisabled);
        return button;
    }

    private void duplicate() {
        table.selected().stream().findFirst().ifPresent(model::duplicate);
    }

    private void resume() {
        table.selected().stream().findFirst().ifPresent(model::resume);
    }

    private void openModel() {
        table.selected().stream().findFirst().ifPresent(model::openModel);
    }

    private void delete() {
        model.delete(table.selected());
    }

    /** The same, and what has a key only, on a right click. */
    ContextMenu contextMenu() {
        return new ContextMenu(
                item("Rename (F2)", notOne, table::editName),
                item("Star or not (S)", none, () -> model.toggleStar(table.selected())),
                item("Use settings in the form (D)", notOne, this::duplicate),
                item("Resume (R)", notResumable, this::resume),
                item("Open model", noModel, this::openModel),
                new SeparatorMenuItem(),
                item("Report…", notOne, actions.report()),
                item("Export every point…", none, actions.export()),
                new SeparatorMenuItem(),
                item("Delete (Del)", none, this::delete));
    }

    private static MenuItem item(String text, BooleanBinding disabled, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.disableProperty().bind(disabled);
        item.setOnAction(event -> action.run());
        return item;
    }
}
