/**
 * The fast path: trains the lecture's network on plain arrays with the kernels of {@link io.marquee.kernel}, one share of
 * each batch on each core, and updates the embedding rows of the batch only. Stock DL4J layers are its oracle.
 */
package io.marquee.train.fused;
