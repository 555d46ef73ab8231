package io.marquee.recommend;

/** The factor L of a symmetric positive definite matrix A = L L^T, to solve equations with. Row-major. */
final class Cholesky {

    private final int size;
    private final double[] factor;

    private Cholesky(int size, double[] factor) {
        this.size = size;
        this.factor = factor;
    }

    /** @throws ArithmeticException if the matrix is not positive definite */
    static Cholesky of(double[] matrix, int size) {
        double[] l = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i * size + j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i * size + k] * l[j * size + k];
                }
                if (i == j && !(sum > 0)) {
                    throw new ArithmeticException("The matrix is not positive definite");
                }
                l[i * size + j] = i == j ? Math.sqrt(sum) : sum / l[j * size + j];
            }
        }
        return new Cholesky(size, l);
    }

    /** y with L y = b, so that y y = b A^-1 b. */
    double[] solveLower(double[] b) {
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i * size + k] * y[k];
            }
            y[i] = sum / factor[i * size + i];
        }
        return y;
    }

    /** x with A x = b. */
    double[] solve(double[] b) {
        double[] x = solveLower(b);
        for (int i = size - 1; i >= 0; i--) {
            double sum = x[i];
            for (int k = i + 1; k < size; k++) {
                sum -= factor[k * size + i] * x[k];
            }
            x[i] = sum / factor[i * size + i];
        }
        return x;
    }

    /** A^-1. */
    double[] inverse() {
        double[] inverse = new double[size * size];
        double[] unit = new double[size];
        for (int column = 0; column < size; column++) {
            unit[column] = 1;
            double[] x = solve(unit);
            unit[column] = 0;
            for (int row = 0; row < size; row++) {
                inverse[row * size + column] = x[row];
            }
        }
        return inverse;
    }
}
