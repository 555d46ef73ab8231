/** The data room of the window: what an opened dataset looks like, its movies, and what its import met. */
package io.marquee.ui.look;
