package io.marquee.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.marquee.model.Json;
import io.marquee.train.TrainingEvent;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDetailsTest {

    @TempDir
    Path folder;

    private RunHistory history;

    @BeforeEach
    void open() {
        history = new RunHistory(folder, System.err::println);
    }

    @AfterEach
    void close() {
        history.close();
    }

    private RunDetails validated(double lastTestMse) throws IOException {
        RunRecorder recorder = history.recorder(RunScript.request(), "Matinee 100k");
        recorder.accept(RunScript.started(RunScript.request()));
        recorder.accept(RunScript.validatedEpoch(1, 0.81, Double.NaN));
        recorder.accept(RunScript.validatedEpoch(2, 0.84, lastTestMse));
        recorder.accept(new TrainingEvent.RunFinished(false, 2, 4));
        RunScript.await(recorder);
        return history.details(recorder.id()).orElseThrow();
    }

    @Test
    void whatAnErrorWasMeasuredOnIsSaid() throws IOException {
        assertThat(history.details(RunScript.record(history, 0)).orElseThrow().errorWords()).isEqualTo("no epoch finished");
        assertThat(history.details(RunScript.record(history, 3)).orElseThrow().errorWords())
                .isEqualTo("lowest test MSE 0.7000 in epoch 2, chosen on the test part, last 0.7100");
        assertThat(validated(0.86).errorWords())
                .isEqualTo("lowest validation MSE 0.8100 in epoch 1, test MSE 0.8600, measured once");
        assertThat(validated(Double.NaN).errorWords())
                .isEqualTo("lowest validation MSE 0.8100 in epoch 1, test part not measured");
    }

    @Test
    void anErrorThatWasNotMeasuredIsNullForOtherPrograms() throws IOException {
        StringWriter out = new StringWriter();

        new RunExport(history).json(List.of(validated(Double.NaN)), out);

        JsonNode epoch = Json.mapper().readTree(out.toString()).path(0).path("epochs").path(1).path("result");
        assertThat(epoch.path("testMse").isNull()).isTrue();
        assertThat(epoch.path("validationMse").asDouble()).isEqualTo(0.84);
    }
}
