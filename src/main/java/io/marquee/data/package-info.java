/**
 * The data room: rating tables in primitive columns, id indexes, importers, splits and the built-in dataset.
 *
 * <p>Data flows one way: importer, {@link io.marquee.data.RatingTable}, {@link io.marquee.data.Split}.
 */
package io.marquee.data;
