package io.marquee.map;

import java.util.List;
import java.util.Locale;

/**
 * The plane in which points vary most: their first two principal components (K. Pearson, On lines and planes of closest fit
 * to systems of points in space, 1901), found by power iteration on the covariance matrix, deflated after the first (Golub
 * and Van Loan, Matrix Computations, section 8.2).
 */
public final class PrincipalComponents {

    private static final int MOST_STEPS = 1000;
    private static final double TOLERANCE = 1e-9;

    private PrincipalComponents() {}

    /**
     * Maps points to the plane; the sign of each axis is chosen so that its largest weight is positive.
     *
     * @param points one array of equal length a point, at least one point
     */
    public static PlaneMap map(List<float[]> points) {
        int size = points.get(0).length;
        double[] mean = mean(points, size);
        double[][] covariance = covariance(points, mean);
        double total = 0;
        for (int k = 0; k < size; k++) {
            total += covariance[k][k];
        }
        double[] first = new double[size];
        double firstVariance = dominant(covariance, first);
        deflate(covariance, first, firstVariance);
        double[] second = new double[size];
        double secondVariance = dominant(covariance, second);
        String description = total > 0
                ? String.format(Locale.ROOT, "PCA: %.0f %% and %.0f %% of the variance", 100 * firstVariance / total,
                        100 * secondVariance / total)
                : "PCA of points that are all the same";
        return PlaneMap.fitted(project(points, mean, first), project(points, mean, second), description);
    }

    private static double[] mean(List<float[]> points, int size) {
        double[] mean = new double[size];
        for (float[] point : points) {
            for (int k = 0; k < size; k++) {
                mean[k] += point[k] / points.size();
            }
        }
        return mean;
    }

    private static double[][] covariance(List<float[]> points, double[] mean) {
        int size = mean.length;
        double[][] covariance = new double[size][size];
        double[] centred = new double[size];
        for (float[] point : points) {
            for (int k = 0; k < size; k++) {
                centred[k] = point[k] - mean[k];
            }
            for (int row = 0; row < size; row++) {
                double value = centred[row] / points.size();
                for (int column = 0; column < size; column++) {
                    covariance[row][column] += value * centred[column];
                }
            }
        }
        return covariance;
    }

    /** Finds the eigenvector of the largest eigenvalue and returns that eigenvalue. */
    private static double dominant(double[][] matrix, double[] vector) {
        int size = vector.length;
        for (int k = 0; k < size; k++) {
            // No two equal, so that no symmetry of the points hides a direction.
            vector[k] = 1 + (double) k / size;
        }
        normalise(vector);
        double value = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] next = new double[size];
            for (int row = 0; row < size; row++) {
                for (int column = 0; column < size; column++) {
                    next[row] += matrix[row][column] * vector[column];
                }
            }
            value = normalise(next);
            double change = 0;
            for (int k = 0; k < size; k++) {
                change = Math.max(change, Math.abs(next[k] - vector[k]));
                vector[k] = next[k];
            }
            if (change < TOLERANCE) {
                break;
            }
        }
        pointUp(vector);
        return value;
    }

    private static double normalise(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        double length = Math.sqrt(sum);
        for (int k = 0; k < vector.length && length > 0; k++) {
            vector[k] /= length;
        }
        return length;
    }

    private static void pointUp(double[] vector) {
        int largest = 0;
        for (int k = 1; k < vector.length; k++) {
            if (Math.abs(vector[k]) > Math.abs(vector[largest])) {
                largest = k;
            }
        }
        if (vector[largest] < 0) {
            for (int k = 0; k < vector.length; k++) {
                vector[k] = -vector[k];
            }
        }
    }

    private static void deflate(double[][] matrix, double[] vector, double value) {
        for (int row = 0; row < vector.length; row++) {
            for (int column = 0; column < vector.length; column++) {
                matrix[row][column] -= value * vector[row] * vector[column];
            }
        }
    }

    private static double[] project(List<float[]> points, double[] mean, double[] axis) {
        double[] projected = new double[points.size()];
        for (int i = 0; i < projected.length; i++) {
            float[] point = points.get(i);
            for (int k = 0; k < axis.length; k++) {
                projected[i] += (point[k] - mean[k]) * axis[k];
            }
        }
        return projected;
    }
}
