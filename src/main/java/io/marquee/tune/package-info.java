/** Searches for hyperparameters: spaces, strategies, and the trials that are trained one after the other. */
package io.marquee.tune;
