/** The training room: the training loop, its commands and events, batches, engines and the phase clock. */
package io.marquee.train;
