package io.marquee.isolate;

import io.marquee.device.BackendDevice;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Whether devices compute at all, each on its own: one matrix product and one operation on each element, read back and compared. */
final class SmokeTest {

    private static final int ROWS = 32;
    private static final int INNER = 48;
    private static final int COLUMNS = 16;
    private static final double TOLERANCE = 1e-4;

    private SmokeTest() {}

    /** What went wrong on the first of the devices that does not compute, as a sentence; empty where all do. */
    static Optional<String> failure(List<BackendDevice> devices) {
        int before = Nd4j.getAffinityManager().getDeviceForCurrentThread();
        try {
            for (int number = 0; number < devices.size(); number++) {
                Nd4j.getAffinityManager().unsafeSetDevice(number);
                Optional<String> failure = failure(devices.get(number).name());
                if (failure.isPresent()) {
                    return failure;
                }
            }
            return Optional.empty();
        } finally {
            Nd4j.getAffinityManager().unsafeSetDevice(before);
        }
    }

    private static Optional<String> failure(String device) {
        try {
            float[] left = values(ROWS * INNER, 7);
            float[] right = values(INNER * COLUMNS, 5);
            INDArray product = Nd4j.createFromArray(left).reshape('c', ROWS, INNER)
                    .mmul(Nd4j.createFromArray(right).reshape('c', INNER, COLUMNS));
            float[][] result = product.mul(0.5).toFloatMatrix();
            for (int row = 0; row < ROWS; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    double expected = 0;
                    for (int i = 0; i < INNER; i++) {
                        expected += 0.5 * left[row * INNER + i] * right[i * COLUMNS + column];
                    }
                    if (!(Math.abs(result[row][column] - expected) <= TOLERANCE)) {
                        return Optional.of(device + " computes wrongly: " + result[row][column] + " where " + expected
                                + " is right. Choose another device.");
                    }
                }
            }
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            return Optional.of(device + " does not compute (" + e + "). Choose another device.");
        }
    }

    /** Small numbers that differ from one to the next and are exact in binary. */
    private static float[] values(int count, int modulus) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (i % modulus - modulus / 2) / 8f;
        }
        return values;
    }
}
