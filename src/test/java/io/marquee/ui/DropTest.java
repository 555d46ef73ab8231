package io.marquee.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Dataset;
import io.marquee.ui.data.DatasetViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Drags real files over the real window and lets go. The headless platform keeps a drag in the window where it began, so the
 * files come from the status bar and not from a file manager; the events and the dragboard are JavaFX's own all the same.
 */
@ExtendWith(HeadlessToolkit.class)
class DropTest {

    private static final String ROWS = "userId,movieId,rating,timestamp\n1,1,3.5,10\n1,2,4.0,20\n2,1,5.0,30\n";

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

    private DatasetViewModel.State state() {
        return window.workbench().dataset().stateProperty().get();
    }

    /** Drags files over the window, waits for what it says it will do, and lets go. */
    private String drop(Path... files) {
        Node source = window.find(".status-bar", Node.class);
        window.robot().interact(() -> source.setOnDragDetected(event -> {
            Dragboard board = source.startDragAndDrop(TransferMode.COPY);
            ClipboardContent content = new ClipboardContent();
            content.putFiles(List.of(files).stream().map(Path::toFile).toList());
            board.setContent(content);
            event.consume();
        }));
        window.robot().drag(source).moveTo("#dataset-chooser").moveBy(40, 60);
        window.waitUntil("the window says what dropping will do",
                () -> window.find("#drop-hint", Node.class).isVisible());
        String hint = window.read(() -> window.find("#drop-hint-words", Label.class).getText());
        window.robot().drop();
        window.waitUntil("the hint has gone", () -> !window.find("#drop-hint", Node.class).isVisible());
        return hint;
    }

    private Dataset opened(String name) {
        window.waitUntil(name + " is open", () -> state() == DatasetViewModel.State.READY
                && window.workbench().dataset().datasetProperty().get().name().equals(name));
        return window.read(() -> window.workbench().dataset().datasetProperty().get());
    }

    private String refusal() {
        window.waitUntil("it is refused", () -> state() == DatasetViewModel.State.FAILED);
        return window.read(() -> window.find("#dataset-message", Label.class).getText());
    }

    @Test
    void filesFoldersAndZipsAreOpened() throws IOException {
        Path data = Files.createDirectories(folder.resolve("my-ratings"));
        Path file = Files.writeString(data.resolve("ratings.csv"), ROWS);
        Path zip = folder.resolve("packed.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("inside/ratings.csv"));
            out.write((ROWS + "3,3,1.0,40\n").getBytes());
            out.closeEntry();
        }

        assertThat(drop(file)).isEqualTo("Drop to open ratings.csv as a dataset.");
        assertThat(opened("my-ratings").ratings().size()).isEqualTo(3);

        assertThat(drop(zip)).isEqualTo("Drop to open the ratings in packed.zip, without unpacking it.");
        assertThat(opened("inside").ratings().size()).isEqualTo(4);

        assertThat(drop(data)).isEqualTo("Drop to open my-ratings as a dataset.");
        assertThat(opened("my-ratings").ratings().size()).isEqualTo(3);
    }

    @Test
    void whatIsNoDatasetIsRefusedWithASentence() throws IOException {
        Path picture = Files.write(folder.resolve("holiday.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
        Path page = Files.writeString(folder.resolve("ml-20m.zip"), "<!DOCTYPE html><html>Log in</html>");

        drop(picture);
        assertThat(refusal()).contains("holiday.png").contains("not a plain text file");

        drop(page);
        window.waitUntil("the page is refused", () -> refusal().contains("ml-20m.zip"));
        assertThat(refusal()).contains("web page");
    }
}
