package io.marquee.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ui.data.DatasetViewModel;
import io.marquee.ui.form.FormField;
import io.marquee.ui.run.RunState;
import io.marquee.ui.window.Room;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
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

                assertThat(window.read(() -> window.workbench().run().stateProperty().get())).isEqualTo(RunState.RUNNING);
                assertThat(meter.pulses).as("pulses in " + room)
                        .allSatisfy(pulse -> assertThat(pulse).isLessThan(LONGEST));
            }
        }
    }

    /** Notes how much processor time the JavaFX thread took for each pulse; an animation asks for one after the other. */
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
