package io.marquee.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitSpec;
import io.marquee.device.LocalDevices;
import io.marquee.model.Json;
import io.marquee.model.Preset;
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
                new TrainingCommand.Stop());
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
