package io.marquee.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitSpec;
import io.marquee.model.Preset;
import io.marquee.runs.QueuedRun;
import io.marquee.runs.RunHistory;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingRequest;
import io.marquee.ui.fake.HeldTasks;
import io.marquee.ui.fake.ScriptedTraining;
import io.marquee.ui.fake.SmallData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueViewModelTest {

    @TempDir
    Path folder;

    private final List<String> problems = new ArrayList<>();
    private final ScriptedTraining training = new ScriptedTraining();
    private final RunViewModel run = new RunViewModel(training, System::nanoTime);
    private RunHistory history;
    private QueueViewModel queue;

    @BeforeEach
    void open() {
        history = new RunHistory(folder, problems::add);
        queue = makeQueue();
    }

    @AfterEach
    void close() {
        history.close();
    }

    private QueueViewModel makeQueue() {
        return new QueueViewModel(history, HeldTasks.inLine(), (sentence, cause) -> problems.add(sentence), spec -> {
            if (spec.source().equals("missing")) {
                throw new IOException("There is no file missing.");
            }
            return SmallData.ofRatings(100);
        }, run);
    }

    private static TrainingRequest request(String source, double rate) {
        return new TrainingRequest(DatasetSpec.of(source), new SplitSpec(0.2, 1),
                Preset.QUICK_LOOK.hyperparameters().toBuilder().learningRate(rate).build(), "cpu");
    }

    private void startARun() {
        run.start(request("now", 0.1), SmallData.ofRatings(100));
        training.sendStarted(4);
        run.poll();
    }

    private void end(TrainingEvent event) {
        training.send(event);
        run.poll();
        queue.poll();
    }

    private List<Double> rates() {
        return queue.waiting().stream().map(entry -> entry.request().hyperparameters().learningRate()).toList();
    }

    @Test
    void runsStartOneAfterTheOther() {
        startARun();
        queue.add(request("a", 0.2), "a");
        queue.add(request("b", 0.3), "b");
        queue.poll();
        assertThat(training.asked()).containsExactly("start");

        end(new TrainingEvent.RunFinished(false, 12, 1));
        assertThat(training.request()).isEqualTo(request("a", 0.2));
        assertThat(rates()).containsExactly(0.3);

        end(new TrainingEvent.RunFailed("It diverged.", 3));
        assertThat(training.request()).isEqualTo(request("b", 0.3));
        assertThat(queue.waiting()).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void afterAStopTheQueueWaitsForAPerson() {
        startARun();
        queue.add(request("a", 0.2), "a");

        end(new TrainingEvent.RunFinished(true, 1, 1));
        assertThat(queue.heldProperty().get()).isTrue();
        assertThat(training.asked()).containsExactly("start");

        queue.toggleHeld();
        queue.poll();
        assertThat(training.request()).isEqualTo(request("a", 0.2));
    }

    @Test
    void theOrderCanBeChanged() {
        startARun();
        queue.add(request("a", 0.2), "a");
        queue.add(request("b", 0.3), "b");
        queue.add(request("c", 0.4), "c");

        queue.move(queue.waiting().get(2), true);
        assertThat(rates()).containsExactly(0.2, 0.4, 0.3);
        queue.move(queue.waiting().get(0), false);
        assertThat(rates()).containsExactly(0.4, 0.2, 0.3);
        queue.move(queue.waiting().get(0), true);
        queue.remove(queue.waiting().get(1));
        assertThat(rates()).containsExactly(0.4, 0.3);
    }

    @Test
    void theQueueIsThereAfterARestartAndStartsWhenAsked() {
        startARun();
        queue.add(request("a", 0.2), "a");
        history.close();

        QueueViewModel later = makeQueue();
        later.restore();

        assertThat(later.waiting()).extracting(QueuedRun::dataset).containsExactly("a");
        assertThat(later.heldProperty().get()).isTrue();
    }

    @Test
    void aRunWhoseDatasetHasGoneIsLeftOutAndSaidSo() {
        startARun();
        queue.add(request("missing", 0.2), "missing");
        queue.add(request("b", 0.3), "b");

        end(new TrainingEvent.RunFinished(false, 12, 1));
        queue.poll();

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).contains("There is no file missing.");
        assertThat(training.request()).isEqualTo(request("b", 0.3));
    }
}
