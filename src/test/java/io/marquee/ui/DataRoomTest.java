package io.marquee.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.DatasetSpec;
import io.marquee.data.profile.MovieTally;
import io.marquee.ui.chart.ColumnChartCanvas;
import io.marquee.ui.data.DatasetViewModel;
import io.marquee.ui.window.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Drives the data room of the real window. */
@ExtendWith(HeadlessToolkit.class)
class DataRoomTest {

    @TempDir
    Path folder;

    private WindowFixture window;

    @BeforeEach
    void openWindow() throws TimeoutException, IOException {
        window = WindowFixture.open(folder);
        window.waitUntil("the built-in data is open", () -> state() == DatasetViewModel.State.READY);
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void theRoomShowsCardsChartsAndTheMoviesAtTheTop() {
        enter();

        assertThat(window.read(() -> window.find("#look-cards", HBox.class).getChildren().size()))
                .isEqualTo(7);
        for (String chart : List.of("#chart-ratings", "#chart-time", "#chart-users", "#chart-items")) {
            assertThat(window.read(() -> window.find(chart, ColumnChartCanvas.class).dataProperty().get().bars()))
                    .as(chart).isNotEmpty();
        }
        String words = window.read(() -> window.find("#chart-ratings", Node.class).getAccessibleText());
        assertThat(words).contains("Ratings given").contains("Rated 4: ");
    }

    @Test
    void pointingAtABarChangesThePictureAndArrowKeysDoSoToo() {
        enter();
        Node chart = window.find("#chart-ratings", Node.class);
        window.robot().moveTo("#chart-genres");
        int[] plain = picture(chart);

        window.robot().moveTo(chart);
        assertThat(picture(chart)).isNotEqualTo(plain);

        window.robot().moveTo("#chart-genres");
        assertThat(picture(chart)).isEqualTo(plain);
        window.robot().interact(chart::requestFocus);
        window.robot().type(KeyCode.RIGHT);
        int[] first = picture(chart);
        window.robot().type(KeyCode.RIGHT);
        assertThat(picture(chart)).isNotEqualTo(first);
    }

    @Test
    void aMovieAtTheTopOpensItsDetails() {
        enter();
        Hyperlink title = window.robot().from(window.find("#most-rated", Node.class)).lookup(".hyperlink")
                .queryAs(Hyperlink.class);
        String name = window.read(title::getText);
        window.robot().interact(title::fire);

        window.waitUntil("its details are shown", () -> window.robot().lookup("#movie-details-title").tryQuery().isPresent()
                && text("#movie-details-title").equals(name));
        assertThat(text("#movie-details-numbers")).contains("ratings, mean ");
        assertThat(window.read(() -> table().getSelectionModel().getSelectedIndex())).isZero();
    }

    @Test
    void moviesAreSearchedAndPutInOrder() {
        enter();
        window.robot().push(KeyCode.SHORTCUT, KeyCode.F);
        window.robot().write("comedy 1995");
        window.waitUntil("only comedies of 1995 are left", () -> !table().getItems().isEmpty()
                && table().getItems().stream().allMatch(movie -> movie.item().genres().contains("Comedy")
                        && movie.item().displayTitle().endsWith("(1995)")));
        assertThat(text("#movies-found")).contains(" of ").contains("movies");

        TableColumn<MovieTally, ?> mean = window.read(() -> table().getColumns().get(3));
        window.robot().interact(() -> table().getSortOrder().setAll(List.of(mean)));
        window.waitUntil("the best come first", () -> isSortedByMean(table().getItems()));
        window.robot().sleep(200);
        assertThat(window.read(() -> isSortedByMean(table().getItems()) && table().getSortOrder().contains(mean))).isTrue();

        window.robot().eraseText(11).write("no such words");
        window.waitUntil("nothing is found", () -> table().getItems().isEmpty());
    }

    @Test
    void onlyTheRowsInSightBecomeNodes() {
        enter();
        window.robot().clickOn("#look-movies");
        window.robot().interact(() -> table().scrollTo(table().getItems().size() - 1));
        window.robot().sleep(200);

        int rows = window.robot().from(table()).lookup(".table-row-cell").queryAll().size();
        assertThat(rows).isLessThan(60);
        assertThat(window.read(() -> table().getItems().size())).isGreaterThan(1000);
    }

    @Test
    void refusedRowsAreListedWithTheirReasons() throws IOException {
        StringBuilder rows = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int i = 1; i <= 40; i++) {
            rows.append(i % 7 + 1).append(',').append(i).append(i == 9 ? ",many" : ",3.5").append(",964982703\n");
        }
        Path file = Files.writeString(folder.resolve("ratings.csv"), rows);
        window.robot().interact(() -> window.workbench().dataset().open(DatasetSpec.of(file.toString())));
        window.waitUntil("the file is open", () -> state() == DatasetViewModel.State.READY);
        enter();
        window.robot().clickOn("#look-import");

        ListView<?> reasons = window.find("#import-reasons", ListView.class);
        assertThat(window.read(() -> reasons.getItems().toString())).contains("line 10").contains("many");
    }

    @Test
    void tagsAndLinksOfAMovieAreInItsDetails() throws IOException {
        Files.writeString(folder.resolve("ratings.csv"), "userId,movieId,rating,timestamp\n1,6,4.5,964982703\n2,6,3.0,964982703\n");
        Files.writeString(folder.resolve("movies.csv"), "movieId,title,genres\n6,Heat (1995),Action|Crime\n");
        Files.writeString(folder.resolve("tags.csv"), "userId,movieId,tag,timestamp\n1,6,bank robbery,1\n2,6,Bank Robbery,2\n");
        Files.writeString(folder.resolve("links.csv"), "movieId,imdbId,tmdbId\n6,0113277,949\n");
        window.robot().interact(() -> window.workbench().dataset().open(DatasetSpec.of(folder.toString())));
        window.waitUntil("the folder is open", () -> state() == DatasetViewModel.State.READY);
        enter();
        window.robot().clickOn("#look-movies");
        window.robot().interact(() -> table().getSelectionModel().select(0));

        window.waitUntil("tags are shown", () -> window.robot().lookup("bank robbery ×2").tryQuery().isPresent());
        window.robot().clickOn("#movie-imdb").clickOn("#movie-tmdb");
        assertThat(window.browsed()).containsExactly("https://www.imdb.com/title/tt0113277/",
                "https://www.themoviedb.org/movie/949");
    }

    @Test
    void whoTheUsersAreIsShownWhereTheDataTells() throws IOException {
        enter();
        assertThat(window.read(() -> window.find("#look-users", Node.class).isVisible())).isFalse();

        Files.writeString(folder.resolve("ratings.dat"), "1::10::5::978300760\n2::10::4::978298413\n");
        Files.writeString(folder.resolve("users.dat"), "1::F::1::10::48067\n2::M::56::16::70072\n");
        window.robot().interact(() -> window.workbench().dataset().open(DatasetSpec.of(folder.toString())));
        window.waitUntil("the folder is open", () -> state() == DatasetViewModel.State.READY);
        window.waitUntil("its users are shown", () -> window.find("#look-users", Node.class).isVisible());

        assertThat(window.read(() -> window.find("#chart-occupations", Node.class).getAccessibleText()))
                .contains("K-12 student: 1 user, 50");
    }

    @Test
    void withoutADatasetTheRoomSaysWhatToDo() {
        window.robot().interact(() ->
                window.workbench().dataset().open(DatasetSpec.of(folder.resolve("none.csv").toString())));
        window.waitUntil("the refusal is there", () -> state() == DatasetViewModel.State.FAILED);
        window.robot().clickOn("#room-data");

        assertThat(text("#look-empty")).contains("Choose a dataset above");
        assertThat(text("#dataset-message")).contains("none.csv");
        assertThat(window.read(() -> window.find("#look-movies", Node.class).isDisabled())).isTrue();
    }

    private static boolean isSortedByMean(List<MovieTally> movies) {
        for (int i = 1; i < movies.size(); i++) {
            if (movies.get(i).mean() > movies.get(i - 1).mean()) {
                return false;
            }
        }
        return true;
    }

    private void enter() {
        window.robot().clickOn("#room-data");
        window.waitUntil("the data has been looked at", () -> window.workbench().roomProperty().get() == Room.DATA
                && window.robot().lookup("#look-cards").tryQuery().isPresent());
    }

    private int[] picture(Node node) {
        return window.read(() -> {
            WritableImage image = node.snapshot(null, null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] pixels = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(),
                    pixels, 0, width);
            return pixels;
        });
    }

    private DatasetViewModel.State state() {
        return window.workbench().dataset().stateProperty().get();
    }

    private String text(String query) {
        return window.read(() -> window.find(query, Labeled.class).getText());
    }

    @SuppressWarnings("unchecked")
    private TableView<MovieTally> table() {
        return window.find("#movie-table", TableView.class);
    }
}
