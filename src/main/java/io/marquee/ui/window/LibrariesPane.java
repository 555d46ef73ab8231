package io.marquee.ui.window;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import io.marquee.ui.Icons;
import io.marquee.ui.WordColumn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The libraries inside, to be searched, sorted and copied; the page of the one chosen stands below. */
final class LibrariesPane extends VBox {

    private static final double ROW = 27;

    private final TextField search;
    private final FilteredList<Library> found;
    private final TableView<Library> table = new TableView<>();

    LibrariesPane(List<Library> libraries) {
        super(8);
        found = new FilteredList<>(FXCollections.observableArrayList(libraries));
        search = searchField();
        Label count = new Label();
        count.setId("library-count");
        count.getStyleClass().add(Styles.TEXT_MUTED);
        count.setMinWidth(USE_PREF_SIZE);
        count.textProperty().bind(Bindings.createStringBinding(() -> found.size() == libraries.size()
                ? libraries.size() + " libraries"
                : String.format(Locale.ROOT, "%d of %d libraries", found.size(), libraries.size()), found));
        HBox top = new HBox(10, search, count);
        top.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(search, Priority.ALWAYS);
        makeTable();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(top, table, page());
        setPrefSize(820, 520);
        table.getSelectionModel().selectFirst();
    }

    void focusSearch() {
        search.requestFocus();
    }

    private TextField searchField() {
        CustomTextField field = new CustomTextField();
        field.setId("library-search");
        field.setLeft(Icons.of(MaterialDesignM.MAGNIFY));
        field.setPromptText("Name or licence, such as jackson or MIT");
        field.setAccessibleText("Search the libraries");
        field.textProperty().addListener((property, before, words) -> {
            found.setPredicate(library -> library.matches(words));
            table.getSelectionModel().selectFirst();
        });
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                table.requestFocus();
                event.consume();
            }
        });
        return field;
    }

    private void makeTable() {
        table.setId("library-table");
        table.setAccessibleText("Libraries. Ctrl+C copies those chosen.");
        table.getStyleClass().addAll(Styles.DENSE, "data-table");
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new Label("No library has these words in its name or licence."));
        TableColumn<Library, String> name = new WordColumn<>("Library", 300, Library::name, Function.identity());
        TableColumn<Library, String> version = new WordColumn<>("Version", 110, Library::version, Function.identity());
        TableColumn<Library, String> licence = new WordColumn<>("Licence", 380, Library::licence, Function.identity());
        table.getColumns().setAll(List.of(name, version, licence));
        SortedList<Library> sorted = new SortedList<>(found);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
                copy(table.getSelectionModel().getSelectedItems().stream().map(Library::line).collect(Collectors.joining("\n")));
                event.consume();
            }
        });
    }

    private HBox page() {
        Label label = new Label("Web page");
        TextField address = new TextField();
        address.setId("library-page");
        address.setEditable(false);
        address.textProperty().bind(table.getSelectionModel().selectedItemProperty().map(Library::page).orElse(""));
        label.setLabelFor(address);
        Button copy = new Button("Copy", Icons.of(MaterialDesignC.CONTENT_COPY));
        copy.setId("library-copy");
        copy.disableProperty().bind(address.textProperty().isEmpty());
        copy.setOnAction(event -> copy(address.getText()));
        Icons.explain(copy, "Copy the address of the page", "No library is chosen.");
        HBox line = new HBox(10, label, address, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(address, Priority.ALWAYS);
        return line;
    }

    private static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
