/** Work off the JavaFX thread, in a form that tests replace by an in-line one. */
package io.marquee.ui.task;
