package io.marquee.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.DatasetSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DropIntentTest {

    @Test
    void oneFileOrFolderIsADataset() {
        assertThat(drop("/data/ml-20m")).isEqualTo(new DropIntent.OpenDataset(DatasetSpec.of("/data/ml-20m")));
    }

    @Test
    void aModelIsOpenedAsOne() {
        assertThat(drop("/data/Lecture.MARQUEE")).isEqualTo(new DropIntent.OpenModel(Path.of("/data/Lecture.MARQUEE")));
    }

    @Test
    void ofTwoFilesTheOneNamedTestIsTheTestPart() {
        DropIntent pair = new DropIntent.OpenDataset(DatasetSpec.pair("/d/ra.train", "/d/ra.test"));

        assertThat(drop("/d/ra.train", "/d/ra.test")).isEqualTo(pair);
        assertThat(drop("/d/ra.test", "/d/ra.train")).isEqualTo(pair);
    }

    @Test
    void ofAWholeDatasetTheRatingsAreOpened() {
        assertThat(drop("/d/movies.csv", "/d/links.csv", "/d/ratings.csv"))
                .isEqualTo(new DropIntent.OpenDataset(DatasetSpec.of("/d/ratings.csv")));
    }

    @Test
    void whatDroppingWillDoIsSaidBefore() {
        assertThat(drop("/d/ml-20m.zip").sentence()).isEqualTo("Drop to open the ratings in ml-20m.zip, without unpacking it.");
        assertThat(drop("/d/ml-20m").sentence()).isEqualTo("Drop to open ml-20m as a dataset.");
        assertThat(drop("/d/lecture.marquee").sentence()).isEqualTo("Drop to open the model lecture.marquee and ask it.");
        assertThat(drop("/d/u1.test", "/d/u1.base").sentence()).isEqualTo("Drop to train on u1.base and test on u1.test.");
    }

    @Test
    void nothingDroppedIsNothingMeant() {
        assertThat(DropIntent.of(List.of())).isEmpty();
    }

    private static DropIntent drop(String... files) {
        return DropIntent.of(Stream.of(files).map(Path::of).toList()).orElseThrow();
    }
}
