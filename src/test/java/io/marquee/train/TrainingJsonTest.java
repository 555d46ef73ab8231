package io.marquee.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitSpec;
import io.marquee.device.LocalDevices;
import io.marquee.model.Json;
import io.marquee.model.Preset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingJsonTest {

    private final JsonMapper mapper = Json.mapper();

    static Stream<TrainingCommand> commands() {
        return Stream.of(
                new TrainingCommand.Start(new TrainingRequest(DatasetSpec.pair("a.csv", "b.csv"),
                        new SplitSpec(0.2, 42), Preset.LECTURE.hyperparameters(), LocalDevices.CPU)),
                new TrainingCommand.Start(new TrainingRequest(DatasetSpec.of("matinee:1m"),
                        new SplitSpec(0.1, -1), Preset.QUICK_LOOK.hyperparameters(), LocalDevices.CPU_STOCK)),
                new TrainingCommand.Start(new TrainingRequest(DatasetSpec.of("ml"),
                        SplitSpec.fold(2, 5, 42).withValidation(0.1), Preset.LECTURE.hyperparameters(), LocalDevices.CPU)),
                new TrainingCommand.Start(new TrainingRequest(DatasetSpec.of("ml"),
                        SplitSpec.leaveLast(5), Preset.LECTURE.hyperparameters(), LocalDevices.CPU)),
                new TrainingCommand.Pause(),
                new TrainingCommand.Resume(),
                new TrainingCommand.Stop(),
                new TrainingCommand.SetLearningRate(0.003),
                new TrainingCommand.AddEpochs(5),
                new TrainingCommand.EvaluateNow());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandIsOneLineOfJsonAndComesBackEqual(TrainingCommand command) throws Exception {
        String line = mapper.writeValueAsString(command);

        assertThat(line).doesNotContain("\n");
        assertThat(mapper.readValue(line, TrainingCommand.class)).isEqualTo(command);
    }

    @Test
    void aSplitWrittenWhenThereWereOnlyRandomOnesIsRead() throws Exception {
        assertThat(mapper.readValue("{\"testFraction\":0.1,\"seed\":7}", SplitSpec.class))
                .isEqualTo(new SplitSpec(0.1, 7));
    }

    static Stream<TrainingEvent> rareEvents() {
        return Stream.of(
                new TrainingEvent.RunRestored(List.of(new EpochResult(1, 0.9, 0.8, Double.NaN, Double.NaN, 1, 1, 10,
                        new PhaseSeconds(0, 0, 0, 0, 0, 0, 0)))),
                new TrainingEvent.CheckpointSaved(Path.of("epoch-00001.checkpoint").toAbsolutePath(), 1),
                new TrainingEvent.CheckpointFailed("The disk is full.", 2),
                new TrainingEvent.LearningRateSet(0.003, 2, 17),
                new TrainingEvent.EpochsAdded(30),
                new TrainingEvent.Evaluated(2, 17, true, 0.7),
                new TrainingEvent.StoppedEarly(9, 6, 0.69),
                new TrainingEvent.TestMeasured(6, 0.7, 0.84));
    }

    @ParameterizedTest
    @MethodSource("rareEvents")
    void eachEventIsOneLineOfJsonAndComesBackEqual(TrainingEvent event) throws Exception {
        String line = mapper.writeValueAsString(event);

        assertThat(line).doesNotContain("\n");
        assertThat(mapper.readValue(line, TrainingEvent.class)).isEqualTo(event);
    }

    @Test
    void theEventsOfARunAreLinesOfJsonAndComeBackEqual() throws Exception {
        List<TrainingEvent> events =
                Runs.events(TinyData.twoTastes(20, 20, 1), Runs.request(Runs.small(), LocalDevices.CPU));

        for (TrainingEvent event : events) {
            String line = mapper.writeValueAsString(event);
            assertThat(line).doesNotContain("\n");
            assertThat(mapper.readValue(line, TrainingEvent.class)).isEqualTo(event);
        }
    }
}
