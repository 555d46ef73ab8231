/** Evaluations on all cores. */
package io.marquee.evaluate.work;
