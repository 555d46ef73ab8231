/**
 * The arithmetic room: dense layers on tiles of samples that stay in cache. It knows neither data nor DL4J.
 *
 * <p>Matrices are kept in panels: a tile of activations is cut into groups of {@link io.marquee.kernel.DenseKernel#panel}
 * columns, and in each group the columns of one sample lie side by side. Row-major matrices of 1024 columns would put the
 * same column of all samples, and the same output of all inputs, into one set of the first-level cache.
 */
package io.marquee.kernel;
