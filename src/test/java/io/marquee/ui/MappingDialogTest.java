package io.marquee.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.DatasetSpec;
import io.marquee.ui.data.DatasetViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Says in the real window which columns of a file hold what. */
@ExtendWith(HeadlessToolkit.class)
class MappingDialogTest {

    @TempDir
    Path folder;

    private WindowFixture window;

    @BeforeEach
    void openWindow() throws TimeoutException {
        window = WindowFixture.open(folder);
        window.waitUntil("the built-in data is open", () -> state() == DatasetViewModel.State.READY);
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void aFileOfUnknownColumnsIsMappedOpenedAndRemembered() throws IOException {
        StringBuilder rows = new StringBuilder("what;who;liked\n");
        for (int i = 0; i < 60; i++) {
            rows.append("tea").append(i % 12).append(";person").append(i % 9).append(';').append(i % 5 + 1).append('\n');
        }
        Path file = Files.writeString(folder.resolve("cups.txt"), rows);
        open(file);
        window.waitUntil("the dialog is there with the first rows", () -> shown("#mapping-preview")
                && window.find("#mapping-preview", TableView.class).getItems().size() == 50);
        assertThat(text("#mapping-doubts")).isNotEmpty();
        choose("#mapping-user", 1);
        choose("#mapping-item", 0);
        choose("#mapping-rating", 2);
        window.waitUntil("the sentence follows", () -> text("#mapping-message").contains("user \"who\", item \"what\""));
        window.robot().clickOn("#mapping-open");
        window.waitUntil("it is open", () -> state() == DatasetViewModel.State.READY
                && window.workbench().dataset().datasetProperty().get().name().equals("cups.txt"));
        assertThat(window.read(() -> window.workbench().dataset().datasetProperty().get().ratings().users().size()))
                .isEqualTo(9);

        open(file);
        window.waitUntil("it opens without asking again", () -> state() == DatasetViewModel.State.READY);
        assertThat(window.read(() -> shown("#mapping-preview"))).isFalse();
    }

    @Test
    void whoCancelsCanAskAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("odd.csv"), "a,b,c\nx,y,z\nx,y,w\n");
        open(file);
        window.waitUntil("the dialog is there", () -> shown("#mapping-open")
                && text("#mapping-message").startsWith("None of the first 2 rows"));
        assertThat(window.read(() -> window.find("#mapping-open", Node.class).isDisabled())).isTrue();
        window.robot().clickOn("Cancel");
        window.waitUntil("the dialog is gone", () -> !shown("#mapping-open"));
        assertThat(state()).isEqualTo(DatasetViewModel.State.FAILED);

        window.robot().clickOn("#dataset-map-columns");
        window.waitUntil("the dialog is there again", () -> shown("#mapping-open"));
        window.robot().clickOn("Cancel");
    }

    private void open(Path file) {
        window.robot().interact(() -> window.workbench().dataset().open(DatasetSpec.of(file.toString())));
    }

    @SuppressWarnings("unchecked")
    private void choose(String box, int column) {
        window.robot().interact(() -> window.find(box, ComboBox.class).setValue(column));
    }

    private boolean shown(String query) {
        return window.robot().lookup(query).tryQuery().isPresent();
    }

    private String text(String query) {
        return window.read(() -> window.find(query, Labeled.class).getText());
    }

    private DatasetViewModel.State state() {
        return window.workbench().dataset().stateProperty().get();
    }
}
