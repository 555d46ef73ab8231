/** Marquee: a desktop workbench for neural recommenders. */
package io.marquee;
