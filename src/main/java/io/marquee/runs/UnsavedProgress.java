package io.marquee.runs;

import io.marquee.train.EpochResult;
import io.marquee.train.TrainingEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a run has done since it was last written down. Used by the recorder's thread only. */
final class UnsavedProgress {

    private final List<Block> blocks = new ArrayList<>();
    private final List<RecordedEpoch> epochs = new ArrayList<>();
    private TrainingEvent.RunStarted unsavedStart;
    private TrainingEvent.TestMeasured test;
    private List<RecordedEpoch> restored = List.of();
    private final List<Steered> steering = new ArrayList<>();
    private int epochsPlanned;
    private int batchesPerEpoch;
    private RecordedState state = RecordedState.RUNNING;
    private String failure = "";
    private long batches;
    private double seconds;
    private boolean dirty = true;

    /** What a person changed after so many batches. */
    record Steered(long batch, String words) {}

    /** Losses of neighbouring batches of one epoch. */
    static final class Block {
        private final long first;
        private final int epoch;
        private float[] losses = new float[64];
        private int count;
        private double seconds;

        private Block(long first, int epoch) {
            this.first = first;
            this.epoch = epoch;
        }

        private void add(float loss) {
            if (count == losses.length) {
                losses = Arrays.copyOf(losses, 2 * count);
            }
            losses[count++] = loss;
        }

        /** Number of the first batch, counted from 1 over the whole run. */
        long first() {
            return first;
        }

        float[] losses() {
            return Arrays.copyOf(losses, count);
        }

        /** Training time at the last batch. */
        double seconds() {
            return seconds;
        }
    }

    /** @param now training time of the run when the event came, in seconds */
    void take(TrainingEvent event, double now) {
        if (event instanceof TrainingEvent.CheckpointSaved || event instanceof TrainingEvent.CheckpointFailed) {
            return;
        }
        dirty = true;
        seconds = now;
        if (event instanceof TrainingEvent.RunStarted start) {
            unsavedStart = start;
            batchesPerEpoch = start.batchesPerEpoch();
        } else if (event instanceof TrainingEvent.BatchProgress progress) {
            takeLosses(progress, now);
        } else if (event instanceof TrainingEvent.EpochFinished finished) {
            EpochResult result = finished.result();
            epochs.add(new RecordedEpoch(result, (long) result.epoch() * batchesPerEpoch, now));
        } else if (event instanceof TrainingEvent.TestMeasured measured) {
            test = measured;
        } else if (event instanceof TrainingEvent.LearningRateSet set) {
            steer((long) (set.epoch() - 1) * batchesPerEpoch + set.batchesDone(),
                    String.format(Locale.ROOT, "learning rate %s from epoch %d, batch %d on",
                            SettingsWords.number(set.learningRate()), set.epoch(), set.batchesDone() + 1));
        } else if (event instanceof TrainingEvent.EpochsAdded added) {
            steer(batches, added.epochs() + " epochs in all");
            epochsPlanned = added.epochs();
        } else if (event instanceof TrainingEvent.RunRestored again) {
            takeRestored(again.epochs());
        } else if (event instanceof TrainingEvent.RunPaused) {
            state = RecordedState.PAUSED;
        } else if (event instanceof TrainingEvent.RunResumed) {
            state = RecordedState.RUNNING;
        } else if (event instanceof TrainingEvent.RunFinished end) {
            state = end.stopped() ? RecordedState.STOPPED : RecordedState.FINISHED;
        } else if (event instanceof TrainingEvent.RunFailed failed) {
            state = failed.interrupted() ? RecordedState.INTERRUPTED : RecordedState.FAILED;
            failure = failed.message();
        }
    }

    private void steer(long batch, String words) {
        steering.add(new Steered(batch, words));
    }

    private void takeRestored(List<EpochResult> before) {
        List<RecordedEpoch> known = new ArrayList<>();
        double spent = 0;
        for (EpochResult result : before) {
            spent += result.seconds();
            known.add(new RecordedEpoch(result, (long) result.epoch() * batchesPerEpoch, spent));
        }
        restored = known;
        batches = (long) before.size() * batchesPerEpoch;
    }

    private void takeLosses(TrainingEvent.BatchProgress progress, double now) {
        batches = (long) (progress.epoch() - 1) * progress.batchesPerEpoch() + progress.batchesDone();
        if (progress.losses().isEmpty()) {
            return;
        }
        Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        if (last == null || last.epoch != progress.epoch()) {
            last = new Block(batches - progress.losses().size() + 1, progress.epoch());
            blocks.add(last);
        }
        progress.losses().forEach(last::add);
        last.seconds = now;
    }

    /** What was taken so far is written down. */
    void saved() {
        blocks.clear();
        epochs.clear();
        steering.clear();
        unsavedStart = null;
        restored = List.of();
        dirty = false;
    }

    /** Whether anything happened since. */
    boolean dirty() {
        return dirty;
    }

    List<Block> blocks() {
        return blocks;
    }

    List<RecordedEpoch> epochs() {
        return epochs;
    }

    /** The epochs before the one the run goes on with, if it has just been resumed: what was recorded later is void. */
    List<RecordedEpoch> restored() {
        return restored;
    }

    Optional<TrainingEvent.RunStarted> start() {
        return Optional.ofNullable(unsavedStart);
    }

    /** The one measurement of the test part of a run with a validation part. */
    Optional<TrainingEvent.TestMeasured> test() {
        return Optional.ofNullable(test);
    }

    List<Steered> steering() {
        return steering;
    }

    /** Epochs planned, if a person added some; otherwise 0. */
    int epochsPlanned() {
        return epochsPlanned;
    }

    RecordedState state() {
        return state;
    }

    String failure() {
        return failure;
    }

    /** Batches of the run so far; 0 while nothing was told. */
    long batches() {
        return batches;
    }

    /** Training time of the run so far. */
    double seconds() {
        return seconds;
    }
}
