/** Choosing and opening a dataset, and what its import met. */
package io.marquee.ui.data;
