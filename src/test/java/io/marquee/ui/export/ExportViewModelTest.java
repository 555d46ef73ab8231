package io.marquee.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.export.ExportFormat;
import io.marquee.model.TrainedModel;
import io.marquee.recommend.RandomModels;
import io.marquee.ui.fake.HeldTasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportViewModelTest {

    @TempDir
    Path folder;

    private final List<String> problems = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final ReadOnlyObjectWrapper<TrainedModel> model =
            new ReadOnlyObjectWrapper<>(RandomModels.of(25, 30, 4, List.of(8), 1));

    private ExportViewModel export(HeldTasks tasks) {
        return new ExportViewModel(model.getReadOnlyProperty(), tasks, (sentence, cause) -> problems.add(sentence), told::add);
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void everyFormatIsWritten(ExportFormat format) {
        ExportViewModel export = export(HeldTasks.inLine());
        export.formatProperty().set(format);
        Path target = folder.resolve(format == ExportFormat.TSV ? "embeddings" : export.suggestedName());

        export.start(target);

        assertThat(target).exists();
        assertThat(export.runningProperty().get()).isFalse();
        assertThat(export.resultProperty().get()).startsWith("Wrote ");
        assertThat(told).containsExactly(export.resultProperty().get());
        assertThat(problems).isEmpty();
    }

    @Test
    void listsHoldWhatIsAskedFor() throws IOException {
        ExportViewModel export = export(HeldTasks.inLine());
        export.countProperty().set("3");
        export.titlesProperty().set(false);

        export.start(folder.resolve("lists.csv"));

        assertThat(Files.readAllLines(folder.resolve("lists.csv"))).hasSize(1 + 25 * 3)
                .startsWith("userId,rank,movieId,predictedRating");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1001", "ten"})
    void aCountThatCannotBeIsRefusedWithASentence(String count) {
        ExportViewModel export = export(HeldTasks.inLine());
        export.countProperty().set(count);

        assertThat(export.ready()).isFalse();
        assertThat(export.errorProperty().get()).contains("from 1 to 1000");

        export.formatProperty().set(ExportFormat.ONNX);
        assertThat(export.ready()).isTrue();
        assertThat(export.errorProperty().get()).isEmpty();
    }

    @Test
    void withoutAModelNothingBegins() {
        model.set(null);

        assertThat(export(HeldTasks.inLine()).ready()).isFalse();
    }

    @Test
    void listsThatAreStoppedCanBeContinued() {
        HeldTasks tasks = HeldTasks.held();
        ExportViewModel export = export(tasks);
        Path file = folder.resolve("lists.csv");
        export.start(file);
        assertThat(export.runningProperty().get()).isTrue();
        assertThat(export.ready()).isFalse();

        export.stop();
        tasks.finishAll();
        assertThat(export.resultProperty().get()).contains("Stopped after 0 of 25 users", "again goes on from there");
        assertThat(file).doesNotExist();

        export.start(file);
        tasks.finishAll();
        assertThat(file).exists();
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() {
        ExportViewModel export = export(HeldTasks.inLine());

        export.start(folder.resolve("nowhere/lists.csv"));

        assertThat(export.errorProperty().get()).contains("there is no folder");
        assertThat(problems).isEmpty();
    }
}
