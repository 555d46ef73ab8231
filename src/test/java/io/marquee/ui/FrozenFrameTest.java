package io.marquee.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Catalogue;
import io.marquee.data.Dataset;
import io.marquee.data.Item;
import io.marquee.ui.data.DatasetViewModel;
import io.marquee.ui.fake.SmallData;
import io.marquee.ui.form.FormField;
import io.marquee.ui.run.RunState;
import io.marquee.ui.window.Room;
import io.marquee.ui.window.Services;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The window must not freeze while training runs at full speed. What is measured is the processor time that the JavaFX
 * thread takes from one pulse to the next, not the time that passes: that depends on what else the machine does.
 */
@ExtendWith(HeadlessToolkit.class)
class FrozenFrameTest {

    private static final Duration LONGEST = Duration.ofMillis(50);
    private static final int WARM_UP_PULSES = 60;
    private static final int PULSES = 120;
    /** As many as MovieLens 32M has. */
    private static final int MOVIES = 87_585;
    private static final int SCROLL_STEPS = 60;

    @TempDir
    Path folder;

    @Test
    void noPulseTakesTheJavaFxThreadFiftyMillisecondsWhileTraining() throws TimeoutException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Assumptions.assumeTrue(threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled(),
                "Skipped: this system does not tell how much processor time a thread took.");
        try (WindowFixture window = WindowFixture.open(folder)) {
            window.waitUntil("the built-in data is open",
                    () -> window.workbench().dataset().stateProperty().get() == DatasetViewModel.State.READY);
            window.robot().interact(() -> {
                window.find("#field-" + FormField.HIDDEN_LAYERS.name(), TextField.class).setText("8");
                window.find("#field-" + FormField.EPOCHS.name(), TextField.class).setText("10000");
                window.workbench().train();
            });
            window.waitUntil("epochs are done", () -> window.workbench().run().epochs().size() > 2);
            PulseMeter meter = new PulseMeter(threads);
            for (Room room : List.of(Room.DATA, Room.TRAIN)) {
                // The first pulses load classes and styles of the room.
                window.robot().interact(() -> window.workbench().roomProperty().set(room));
                window.robot().interact(meter::start);
                window.waitUntil("the window is warm", () -> meter.pulses.size() > WARM_UP_PULSES);
                window.robot().interact(meter.pulses::clear);
                window.waitUntil("pulses are measured", () -> meter.pulses.size() > PULSES);
                window.robot().interact(meter::stop);

                assertThat(window.read(() -> window.workbench().run().stateProperty().get()))
                        .isEqualTo(RunState.RUNNING);
                assertThat(meter.pulses).as("pulses in " + room)
                        .allSatisfy(pulse -> assertThat(pulse).isLessThan(LONGEST));
            }
        }
    }

    @Test
    void noPulseTakesFiftyMillisecondsWhileScrollingAndSearchingAHundredThousandMovies() throws TimeoutException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Assumptions.assumeTrue(threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled(),
                "Skipped: this system does not tell how much processor time a thread took.");
        Dataset large = largeCatalogue();
        Services program = ProgramServices.create();
        Services services = new Services((spec, progress) -> large, program.training(), program.devices(),
                program.recommenders(), program.models(), program.history(), program.told(),
                program.downloads(), program.mappings());
        try (WindowFixture window = WindowFixture.open(folder, services)) {
            window.waitUntil("the data is open",
                    () -> window.workbench().dataset().stateProperty().get() == DatasetViewModel.State.READY);
            window.robot().clickOn("#room-data");
            window.waitUntil("it has been looked at",
                    () -> window.robot().lookup("#look-cards").tryQuery().isPresent());
            window.robot().clickOn("#look-movies");
            TableView<?> table = window.find("#movie-table", TableView.class);
            window.waitUntil("all movies are there", () -> table.getItems().size() == MOVIES);
            PulseMeter meter = new PulseMeter(threads);
            // The first pulses load classes and styles of the rows.
            scroll(window, table, meter);
            scroll(window, table, meter);
            window.robot().interact(() -> window.find("#movie-search", TextField.class).setText("movie 8"));
            window.waitUntil("fewer movies are there", () -> table.getItems().size() < MOVIES);
            window.robot().interact(() -> window.find("#movie-search", TextField.class).setText(""));
            window.waitUntil("all movies are there again", () -> table.getItems().size() == MOVIES);
            window.robot().interact(meter::stop);

            assertThat(meter.pulses).as("pulses").allSatisfy(pulse -> assertThat(pulse).isLessThan(LONGEST));
        }
    }

    private static void scroll(WindowFixture window, TableView<?> table, PulseMeter meter) {
        window.robot().interact(meter::start);
        for (int step = 1; step <= SCROLL_STEPS; step++) {
            int row = (int) ((long) MOVIES * step / SCROLL_STEPS) - 1;
            window.robot().interact(() -> table.scrollTo(row));
        }
    }

    private static Dataset largeCatalogue() {
        Dataset small = SmallData.ofRatings(1000);
        List<Item> movies = new ArrayList<>();
        for (int i = 1; i <= MOVIES; i++) {
            movies.add(new Item(Integer.toString(i), "A movie of some length, number " + i,
                    OptionalInt.of(1900 + i % 120), List.of("Drama", "Comedy")));
        }
        return new Dataset("large", small.ratings(), new Catalogue(movies), small.report(), OptionalDouble.empty(),
                OptionalInt.empty());
    }

    /** Notes the processor time the JavaFX thread took for each pulse; an animation asks for one after the other. */
    private static final class PulseMeter extends AnimationTimer {

        private final ThreadMXBean threads;
        private final List<Duration> pulses = new ArrayList<>();
        private long before;

        PulseMeter(ThreadMXBean threads) {
            this.threads = threads;
        }

        @Override
        public void start() {
            pulses.clear();
            before = threads.getCurrentThreadCpuTime();
            super.start();
        }

        @Override
        public void handle(long now) {
            long time = threads.getCurrentThreadCpuTime();
            pulses.add(Duration.ofNanos(time - before));
            before = time;
        }
    }
}
