package io.marquee.isolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.marquee.kernel.DenseWeights;
import io.marquee.model.NetworkWeights;
import io.marquee.model.TrainedModel;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes from another process is bounded and checked. */
class LinesAndWeightsTest {

    @TempDir
    Path folder;

    private static BoundedLines lines(String text, int most) {
        InputStream slow = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] to, int offset, int length) {
                return super.read(to, offset, Math.min(3, length));
            }
        };
        return new BoundedLines(slow, most);
    }

    @Test
    void linesComeWholeHoweverTheirBytesArrive() throws IOException {
        BoundedLines lines = lines("one\n\nÄdelweiß\nlast", 20);
        assertThat(lines.next()).isEqualTo("one");
        assertThat(lines.next()).isEmpty();
        assertThat(lines.next()).isEqualTo("Ädelweiß");
        assertThat(lines.next()).isEqualTo("last");
        assertThat(lines.next()).isNull();
    }

    @Test
    void aLineThatIsTooLongIsRefusedAndTheNextOnesAreRead() throws IOException {
        BoundedLines lines = lines("x".repeat(21) + "\nshort\n", 20);
        assertThatIOException().isThrownBy(lines::next).withMessageContaining("longer than 20 bytes");
        assertThat(lines.next()).isEmpty();
        assertThat(lines.next()).isEqualTo("short");
    }

    @Test
    void aFloodIsTooMuchForItsTime() {
        AtomicLong now = new AtomicLong();
        FloodGauge gauge = new FloodGauge(now::get);
        assertThat(gauge.floodedBy(FloodGauge.STORE)).isFalse();
        assertThat(gauge.floodedBy(1)).isTrue();
        now.addAndGet(1_000_000_000);
        assertThat(gauge.floodedBy(FloodGauge.BYTES_A_SECOND - 1)).isFalse();
        assertThat(gauge.floodedBy(2)).isTrue();
    }

    @Test
    void weightsComeBackBitForBit() throws Exception {
        TrainedModel model = Runs.model(TinyData.twoTastes(40, 30, 1), Runs.small());
        Path file = folder.resolve("weights");
        WeightsFile.write(model.weights(), file);
        NetworkWeights back = WeightsFile.read(file);
        assertThat(back.users().values()).isEqualTo(model.weights().users().values());
        assertThat(back.items().values()).isEqualTo(model.weights().items().values());
        assertThat(back.layers()).extracting(DenseWeights::activation)
                .isEqualTo(model.weights().layers().stream().map(DenseWeights::activation).toList());
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.unfinished");
    }

    @Test
    void damagedWeightsAreRefused() throws Exception {
        TrainedModel model = Runs.model(TinyData.twoTastes(40, 30, 1), Runs.small());
        Path file = folder.resolve("weights");
        WeightsFile.write(model.weights(), file);
        byte[] whole = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 200; round++) {
            byte[] damaged = whole.clone();
            // The first sixteen bytes are shapes, of which every bit matters.
            damaged[random.nextInt(12)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            assertThatIOException().as("round %s", round).isThrownBy(() -> WeightsFile.read(file));
            Files.write(file, java.util.Arrays.copyOf(whole, random.nextInt(whole.length)));
            assertThatIOException().as("round %s", round).isThrownBy(() -> WeightsFile.read(file));
        }
    }
}
