/** Checkpoints: what a run needs to go on after a crash, a power cut or a stop, one file an epoch. */
package io.marquee.train.checkpoint;
