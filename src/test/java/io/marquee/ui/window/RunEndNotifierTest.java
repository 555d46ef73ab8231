package io.marquee.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitSpec;
import io.marquee.model.Preset;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingRequest;
import io.marquee.ui.fake.ScriptedTraining;
import io.marquee.ui.fake.SmallData;
import io.marquee.ui.run.RunViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunEndNotifierTest {

    private final ScriptedTraining training = new ScriptedTraining();
    private final RunViewModel run = new RunViewModel(training, System::nanoTime);
    private final List<String> shown = new ArrayList<>();
    private boolean watched;
    private long now;

    private final RunEndNotifier notifier =
            new RunEndNotifier(run, () -> watched, () -> now, (title, text) -> shown.add(title + ": " + text));

    private void train(long seconds, TrainingEvent end) {
        run.start(new TrainingRequest(DatasetSpec.of("small"), new SplitSpec(0.2, 1), Preset.QUICK_LOOK.hyperparameters(),
                "cpu"), SmallData.ofRatings(100));
        training.sendStarted(4);
        training.sendEpoch(1);
        now += TimeUnit.SECONDS.toNanos(seconds);
        training.send(end);
        run.poll();
    }

    @Test
    void theEndOfALongRunIsTold() {
        train(120, new TrainingEvent.RunFinished(false, 1, 120));

        assertThat(notifier).isNotNull();
        assertThat(shown).containsExactly("Training has finished: 1 epoch, test MSE 0.9400 after the last.");
    }

    @Test
    void soIsItsFailure() {
        train(120, new TrainingEvent.RunFailed("It diverged.", 1));

        assertThat(shown).containsExactly("Training has failed: It diverged.");
    }

    @Test
    void shortRunsStoppedOnesAndThoseThatAreWatchedAreNot() {
        train(10, new TrainingEvent.RunFinished(false, 1, 10));
        train(120, new TrainingEvent.RunFinished(true, 1, 120));
        watched = true;
        train(120, new TrainingEvent.RunFinished(false, 1, 120));

        assertThat(shown).isEmpty();
    }
}
