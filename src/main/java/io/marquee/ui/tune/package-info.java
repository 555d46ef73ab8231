/** The room in which hyperparameters are searched for: a space to declare, trials to watch, the best to use. */
package io.marquee.ui.tune;
