/** The tour of a first start: four places of the window, in the order in which they are needed. */
package io.marquee.ui.tour;
