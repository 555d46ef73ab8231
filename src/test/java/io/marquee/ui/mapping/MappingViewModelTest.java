package io.marquee.ui.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.ColumnMapping;
import io.marquee.data.TimestampFormat;
import io.marquee.data.open.MappingMemory;
import io.marquee.settings.MappingFile;
import io.marquee.ui.fake.HeldTasks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingViewModelTest {

    private final HeldTasks tasks = HeldTasks.held();

    @TempDir
    Path folder;

    @Test
    void theGuessIsShownWithItsDoubts() throws IOException {
        MappingViewModel model = open("who;what;how\nann;tea;7\nbob;tea;3\nann;milk;9\n");

        assertThat(model.previewProperty().get().columns()).containsExactly("who", "what", "how");
        assertThat(model.fields().delimiter.get()).isEqualTo(";");
        assertThat(model.doubtsProperty().get()).contains("cannot tell");
        assertThat(model.readyProperty().get()).isTrue();
    }

    @Test
    void eachChangeIsFollowedByThePreviewAndASentence() throws IOException {
        MappingViewModel model = open("who;what;how\nann;tea;7\nbob;tea;3\nann;milk;9\n");
        say(() -> model.fields().rating.set(1));

        assertThat(model.readyProperty().get()).isFalse();
        assertThat(model.messageProperty().get()).contains("must be different columns");
        assertThat(model.doubtsProperty().get()).isEmpty();

        say(() -> {
            model.fields().user.set(0);
            model.fields().item.set(1);
            model.fields().rating.set(2);
        });
        assertThat(model.messageProperty().get()).startsWith("Reads ").contains("\"who\"", "\"what\"", "\"how\"");

        say(() -> model.fields().highest.set("8"));
        assertThat(model.messageProperty().get()).startsWith("1 of the first 3 rows cannot be used").contains("Row 3:")
                .contains("9");
        assertThat(model.readyProperty().get()).isTrue();

        say(() -> model.fields().highest.set("many"));
        assertThat(model.messageProperty().get()).contains("highest rating", "\"many\"", "not a number");
        assertThat(model.readyProperty().get()).isFalse();
        assertThat(model.spec()).isEmpty();
    }

    @Test
    void anotherDelimiterMeansOtherColumns() throws IOException {
        MappingViewModel model = open("u|i;r\n1|2;3\n4|5;2\n");
        say(() -> model.fields().delimiter.set("|"));

        assertThat(model.previewProperty().get().columns()).startsWith("u", "i;r");
        assertThat(model.readyProperty().get()).isFalse();
        assertThat(model.messageProperty().get()).startsWith("None of the first 2 rows can be read this way.");

        say(() -> model.fields().delimiter.set(""));
        assertThat(model.messageProperty().get()).contains("delimiter");
    }

    @Test
    void theEncodingChangesTheLettersAndNothingElse() throws IOException {
        Path file = Files.write(folder.resolve("latin.csv"),
                "who;what;how\nJosé;thé;7\nbob;thé;3\n".getBytes(StandardCharsets.ISO_8859_1));
        MappingViewModel model = open(file, MappingMemory.NONE);
        assertThat(model.previewProperty().get().rows().get(0)).contains("José");
        say(() -> model.fields().item.set(0));
        say(() -> model.fields().user.set(1));

        say(() -> model.fields().encoding.set("windows-1251"));
        assertThat(model.previewProperty().get().rows().get(0)).doesNotContain("José");
        assertThat(model.fields().item.get()).isZero();
    }

    @Test
    void whatIsOpenedSaysWhatTheFieldsSay() throws IOException {
        MappingViewModel model = open("when,who,what,how\n2005-04-02,ann,tea,0\n2005-04-03,bob,tea,3\n");
        say(() -> {
            model.fields().user.set(1);
            model.fields().item.set(2);
            model.fields().rating.set(3);
            model.fields().time.set(0);
            model.fields().timeFormat.set(TimestampFormat.DATE);
            model.fields().lowest.set("1");
            model.fields().highest.set("10");
            model.fields().implicit.set("0, -1");
            model.fields().missing.set("");
        });

        ColumnMapping mapping = model.spec().orElseThrow().mapping().orElseThrow();
        assertThat(mapping.user()).isEqualTo(1);
        assertThat(mapping.time()).isEqualTo(OptionalInt.of(0));
        assertThat(mapping.timeFormat()).isEqualTo(TimestampFormat.DATE);
        assertThat(mapping.implicit()).containsExactly(0.0, -1.0);
        assertThat(mapping.maximum()).isEqualTo(10);
    }

    @Test
    void aFileThatWasMappedBeforeBeginsWithThat() throws IOException {
        Path file = Files.writeString(folder.resolve("tea.csv"), "what,who,how\ntea,ann,7\nmilk,bob,3\n");
        MappingViewModel first = open(file, MappingMemory.NONE);
        say(() -> first.fields().user.set(1));
        say(() -> first.fields().item.set(0));
        MappingFile memory = new MappingFile(folder.resolve("columns.json"));
        memory.remember(file, first.spec().orElseThrow().mapping().orElseThrow());

        MappingViewModel again = open(file, new MappingFile(folder.resolve("columns.json")));
        assertThat(again.fields().user.get()).isEqualTo(1);
        assertThat(again.fields().item.get()).isZero();
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        MappingViewModel model = open(folder.resolve("none.csv"), MappingMemory.NONE);

        assertThat(model.messageProperty().get()).contains("There is no file");
        assertThat(model.readyProperty().get()).isFalse();
    }

    private MappingViewModel open(String text) throws IOException {
        return open(Files.writeString(folder.resolve("ratings.txt"), text), MappingMemory.NONE);
    }

    private MappingViewModel open(Path file, MappingMemory memory) {
        MappingViewModel model = new MappingViewModel(file.toString(), memory, tasks);
        tasks.finishAll();
        return model;
    }

    private void say(Runnable change) {
        change.run();
        tasks.finishAll();
    }
}
