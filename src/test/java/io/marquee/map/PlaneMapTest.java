package io.marquee.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.marquee.data.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class PlaneMapTest {

    private final Random random = new Random(4);

    @Test
    void principalComponentsFindThePlaneInWhichPointsVaryMost() {
        // Wide along (1, 1, 0), half as wide along (1, -1, 0), hardly at all along (0, 0, 1).
        List<float[]> points = new ArrayList<>();
        double[] along = new double[500];
        for (int i = 0; i < along.length; i++) {
            double a = random.nextGaussian() * 4;
            double b = random.nextGaussian() * 2;
            along[i] = a;
            points.add(new float[] {(float) (a + b) + 7, (float) (a - b), (float) random.nextGaussian() * 0.1f});
        }

        PlaneMap map = PrincipalComponents.map(points);

        assertThat(correlation(map.x(), along)).isGreaterThan(0.999);
        assertThat(map.description()).matches("PCA: (7[5-9]|8[0-4]) % and (1[5-9]|2[0-4]) % of the variance");
        for (int i = 0; i < map.size(); i++) {
            assertThat(map.x()[i]).isBetween(-1e-6f, 1 + 1e-6f);
            assertThat(map.y()[i]).isBetween(-1e-6f, 1 + 1e-6f);
        }
    }

    @Test
    void pointsThatAreAllTheSameLieInTheMiddle() {
        PlaneMap map = PrincipalComponents.map(List.of(new float[] {1, 2}, new float[] {1, 2}));

        assertThat(map.x()).containsOnly(0.5f);
        assertThat(map.y()).containsOnly(0.5f);
    }

    @Test
    void pointsOfOneDimensionLieOnALine() {
        PlaneMap map = PrincipalComponents.map(List.of(new float[] {0}, new float[] {1}, new float[] {4}));

        assertThat(map.x()).containsExactly(new float[] {0, 0.25f, 1}, within(1e-6f));
        assertThat(map.y()).containsExactly(new float[] {0.5f, 0.5f, 0.5f}, within(1e-6f));
    }

    @Test
    void umapKeepsGroupsTogether() {
        List<float[]> points = groups(20);

        PlaneMap map = NeighbourMap.map(points, Progress.NONE);

        int kept = 0;
        for (int i = 0; i < map.size(); i++) {
            kept += nearest(map, i) % 3 == i % 3 ? 1 : 0;
        }
        assertThat(kept).isGreaterThan(55);
    }

    @Test
    void umapStopsWhenNobodyWantsIt() {
        Progress impatient = new Progress() {
            @Override
            public void report(double fraction, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> NeighbourMap.map(groups(20), impatient)).isInstanceOf(CancellationException.class);
    }

    /** Three groups; point i is of group i % 3. */
    private List<float[]> groups(int each) {
        List<float[]> points = new ArrayList<>();
        for (int i = 0; i < 3 * each; i++) {
            float[] point = new float[6];
            for (int k = 0; k < 6; k++) {
                point[k] = (k % 3 == i % 3 ? 3 : 0) + (float) random.nextGaussian() * 0.3f;
            }
            points.add(point);
        }
        return points;
    }

    private static int nearest(PlaneMap map, int from) {
        int nearest = -1;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < map.size(); i++) {
            double distance = Math.hypot(map.x()[i] - map.x()[from], map.y()[i] - map.y()[from]);
            if (i != from && distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private static double correlation(float[] x, double[] y) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            meanX += x[i] / x.length;
            meanY += y[i] / y.length;
        }
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
