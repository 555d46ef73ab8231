package io.marquee.ui.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquee.model.Preset;
import io.marquee.train.TrainingEvent;
import io.marquee.ui.chart.ChartData;
import io.marquee.ui.fake.Models;
import io.marquee.ui.fake.ScriptedTraining;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TrainingMonitorTest {

    private final TrainingMonitor monitor = new TrainingMonitor();

    @Test
    void beforeTheRunThereIsNothing() {
        TrainingMonitor.Snapshot now = monitor.snapshot();

        assertThat(now.version()).isZero();
        assertThat(now.losses().count()).isZero();
        assertThat(now.epochs()).isEmpty();
        assertThat(now.started()).isEmpty();
        assertThat(now.fraction()).isZero();
    }

    @Test
    void eventsOfARunAreGathered() {
        start(10);
        monitor.accept(new TrainingEvent.BatchProgress(1, 3, 10, List.of(1f, 0.9f, 0.8f), 0.9, 1000));
        monitor.accept(new TrainingEvent.BatchProgress(1, 10, 10, List.of(0.7f, 0.7f, 0.7f, 0.6f, 0.6f, 0.6f, 0.6f), 0.7,
                2000));
        monitor.accept(new TrainingEvent.EpochFinished(ScriptedTraining.result(1)));

        TrainingMonitor.Snapshot now = monitor.snapshot();
        assertThat(now.losses().count()).isEqualTo(10);
        assertThat(now.epochs()).containsExactly(ScriptedTraining.result(1));
        assertThat(now.runningLoss()).isEqualTo(0.7);
        assertThat(now.version()).isEqualTo(4);
        assertThat(now.ending()).isEmpty();
    }

    @Test
    void theFractionGrowsThroughBatchesAndEpochsWithoutStepsBack() {
        start(10);
        assertThat(monitor.snapshot().fraction()).isZero();
        monitor.accept(new TrainingEvent.BatchProgress(1, 5, 10, List.of(), 0.7, 2000));
        assertThat(monitor.snapshot().fraction()).isCloseTo(0.05, within(1e-9));
        monitor.accept(new TrainingEvent.BatchProgress(1, 10, 10, List.of(), 0.7, 2000));
        assertThat(monitor.snapshot().fraction()).isCloseTo(0.1, within(1e-9));
        monitor.accept(new TrainingEvent.EpochFinished(ScriptedTraining.result(1)));
        assertThat(monitor.snapshot().fraction()).isCloseTo(0.1, within(1e-9));
        monitor.accept(new TrainingEvent.BatchProgress(2, 1, 10, List.of(), 0.7, 2000));
        assertThat(monitor.snapshot().fraction()).isCloseTo(0.11, within(1e-9));
    }

    @Test
    void aRunThatGoesOnBeginsWithTheEpochsBeforeAndCheckpointsDoNotEndIt() {
        start(10);
        monitor.accept(new TrainingEvent.RunRestored(List.of(ScriptedTraining.result(1), ScriptedTraining.result(2))));
        double before = monitor.snapshot().fraction();
        monitor.accept(new TrainingEvent.BatchProgress(3, 5, 10, List.of(), 0.7, 2000));
        monitor.accept(new TrainingEvent.CheckpointSaved(Path.of("epoch-00002.checkpoint"), 2));
        monitor.accept(new TrainingEvent.CheckpointFailed("The disk is full.", 3));

        assertThat(before).isCloseTo(0.2, within(1e-9));
        assertThat(monitor.snapshot().fraction()).isCloseTo(0.25, within(1e-9));
        assertThat(monitor.snapshot().epochs()).hasSize(2);
        assertThat(monitor.snapshot().ending()).isEmpty();
    }

    @Test
    void theLossesOfARunThatGoesOnAreNumberedFromWhereItStood() {
        start(10);
        monitor.accept(new TrainingEvent.RunRestored(List.of(ScriptedTraining.result(1), ScriptedTraining.result(2))));
        monitor.accept(new TrainingEvent.BatchProgress(3, 2, 10, List.of(0.5f, 0.4f), 0.45, 2000));

        assertThat(monitor.snapshot().losses().count()).isEqualTo(2);
        assertThat(monitor.snapshot().losses().centres()).containsExactly(21, 22);
        ChartData chart = ChartData.batchLoss(monitor.snapshot().losses());
        assertThat(chart.horizontal().minimum()).isEqualTo(20);
        assertThat(chart.horizontal().maximum()).isEqualTo(30);
    }

    @Test
    void aRunThatCannotStartHasItsEnding() {
        monitor.accept(new TrainingEvent.RunFailed("No.", 0));

        assertThat(monitor.snapshot().ending()).contains(new TrainingEvent.RunFailed("No.", 0));
        assertThat(monitor.snapshot().started()).isEmpty();
    }

    @Test
    void oneThreadWritesWhileAnotherLooks() throws InterruptedException {
        start(1000);
        AtomicBoolean writing = new AtomicBoolean(true);
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 20_000; i++) {
                monitor.accept(new TrainingEvent.BatchProgress(1 + i / 1000, 1 + i % 1000, 1000, List.of(0.5f, 0.7f), 0.6, 1));
            }
            writing.set(false);
        });
        List<Long> seen = new ArrayList<>();
        writer.start();
        while (writing.get()) {
            TrainingMonitor.Snapshot now = monitor.snapshot();
            seen.add(now.losses().count());
            assertThat(now.losses().centres().length).isLessThanOrEqualTo(500);
        }
        writer.join();

        assertThat(seen).isSorted();
        assertThat(monitor.snapshot().losses().count()).isEqualTo(40_000);
    }

    private void start(int batchesPerEpoch) {
        monitor.accept(new TrainingEvent.RunStarted(
                Preset.QUICK_LOOK.hyperparameters().toBuilder().epochs(10).build(), Models.protocol("f00d"), 1, 2, 3, 3.5, 1,
                batchesPerEpoch, OptionalDouble.empty()));
    }
}
