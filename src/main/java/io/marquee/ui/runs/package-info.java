/** The room of runs: their list, their curves laid over each other, and in what they differ. */
package io.marquee.ui.runs;
