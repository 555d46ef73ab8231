/** Exporting a model from the window. */
package io.marquee.ui.export;
