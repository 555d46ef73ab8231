package io.marquee.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.chart.PlotColours;
import io.marquee.ui.chart.ChartPalette;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Looks at every room before and after a run, in a window of 1280 by 720, light and dark. */
@ExtendWith(HeadlessToolkit.class)
class AppearanceTest {

    /** What the themes have behind charts, the card of the read-off included. */
    private static final List<String> LIGHT = List.of("#ffffff", "#f6f8fa");
    private static final List<String> DARK = List.of("#0d1117", "#1c2128");

    @TempDir
    static Path folder;

    private static final Inspection FOUND = new Inspection();
    private static WindowFixture window;

    @BeforeAll
    static void lookAround() throws TimeoutException {
        window = WindowFixture.open(folder);
        new Walk(window, AppearanceTest::look).walk();
    }

    private static void look(String where) {
        for (String theme : List.of("light", "dark")) {
            window.read(() -> {
                FOUND.look(where + ", " + theme, window.stage().getScene());
                return true;
            });
            window.robot().interact(() -> window.find("#toggle-theme", ButtonBase.class).fire());
        }
    }

    @AfterAll
    static void closeWindow() {
        if (window != null) {
            window.close();
        }
    }

    @Test
    void everyControlHasANameForScreenReaders() {
        assertThat(FOUND.unnamed()).isEmpty();
    }

    @Test
    void wordsThatAreCutOffCanBeReadInATooltip() {
        assertThat(FOUND.cut()).isEmpty();
    }

    @Test
    void aDisabledButtonSaysWhyItIs() {
        assertThat(FOUND.unexplained()).isEmpty();
    }

    @Test
    void textsHaveEnoughContrastWithWhatIsBehindThem() {
        assertThat(FOUND.faint()).isEmpty();
    }

    @Test
    void wordsAndLinesOfChartsHaveEnoughContrast() {
        for (String behind : LIGHT) {
            assertReadable(ChartPalette.LIGHT, PlotColours.LIGHT, Color.web(behind));
        }
        for (String behind : DARK) {
            assertReadable(ChartPalette.DARK, PlotColours.DARK, Color.web(behind));
        }
    }

    private static void assertReadable(ChartPalette chart, PlotColours plot, Color behind) {
        Stream.of(chart.text(), chart.muted(), Color.web(plot.text()), Color.web(plot.muted())).forEach(text ->
                assertThat(Inspection.contrast(text, behind)).as("text %s on %s", text, behind).isGreaterThan(4.5));
        Stream.concat(Stream.of(chart.primary(), chart.secondary(), chart.level(), chart.mean(), chart.means(), chart.factors()),
                plot.lines().stream().map(Color::web)).forEach(line ->
                assertThat(Inspection.contrast(line, behind)).as("line %s on %s", line, behind).isGreaterThan(3));
    }
}
