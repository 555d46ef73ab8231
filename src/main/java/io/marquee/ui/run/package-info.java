/** A training run as it is watched and steered: counters, curves, epochs, phases. */
package io.marquee.ui.run;
