package io.marquee.map;

import io.marquee.data.Progress;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import tagbio.umap.ProgressListener;
import tagbio.umap.ProgressState;
import tagbio.umap.Umap;
import tagbio.umap.UmapProgress;

/**
 * A plane in which near points stay near: UMAP (L. McInnes, J. Healy and J. Melville, UMAP: Uniform Manifold Approximation
 * and Projection for Dimension Reduction, 2018), by the cosine of embeddings, as similar movies are found. Distances between
 * far groups, and the size of groups, mean little.
 */
public final class NeighbourMap {

    /** UMAP's usual values. */
    private static final int NEIGHBOURS = 15;
    private static final float LEAST_DISTANCE = 0.1f;

    private static final long SEED = 42;

    /** The library tells its progress to everybody at once. */
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private NeighbourMap() {}

    /** Fewest points there is a map of. */
    public static int leastPoints() {
        return NEIGHBOURS + 2;
    }

    /**
     * Maps points to the plane. Takes seconds for thousands of points, tens of seconds for tens of thousands.
     *
     * @param points one array of equal length a point, at least {@link #leastPoints}
     * @throws CancellationException soon after {@code progress} asks to stop
     */
    public static PlaneMap map(List<float[]> points, Progress progress) {
        ProgressListener listener = state -> tell(state, progress);
        ONE_AT_A_TIME.lock();
        try {
            UmapProgress.addProgressListener(listener);
            float[][] plane = new Umap()
                    .setNumberComponents(2)
                    .setNumberNearestNeighbours(NEIGHBOURS)
                    .setMinDist(LEAST_DISTANCE)
                    .setMetric("euclidean")
                    .setSeed(SEED)
                    .setThreads(1)
                    .fitTransform(points.stream().map(NeighbourMap::unit).toArray(float[][]::new));
            return fitted(plane);
        } catch (RuntimeException e) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            throw e;
        } finally {
            UmapProgress.removeProgressListener(listener);
            ONE_AT_A_TIME.unlock();
        }
    }

    /**
     * On the unit sphere the nearest points are those with the largest cosine. The library knows the cosine, too, but fails
     * on thousands of points with it.
     */
    private static float[] unit(float[] point) {
        double sum = 0;
        for (float value : point) {
            sum += value * value;
        }
        float[] unit = point.clone();
        for (int k = 0; k < unit.length && sum > 0; k++) {
            unit[k] /= (float) Math.sqrt(sum);
        }
        return unit;
    }

    /** Called by the library from its own loop: an exception is the one way out of it. */
    private static void tell(ProgressState state, Progress progress) {
        if (progress.cancelled()) {
            throw new CancellationException();
        }
        progress.report(state.getTotal() == 0 ? 0 : Math.min(1, (double) state.getCount() / state.getTotal()), "UMAP");
    }

    private static PlaneMap fitted(float[][] plane) {
        double[] x = new double[plane.length];
        double[] y = new double[plane.length];
        for (int i = 0; i < plane.length; i++) {
            x[i] = plane[i][0];
            y[i] = plane[i][1];
        }
        return PlaneMap.fitted(x, y, "UMAP: " + NEIGHBOURS + " neighbours by cosine");
    }
}
