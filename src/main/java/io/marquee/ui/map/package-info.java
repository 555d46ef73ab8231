/** The movies as a map: what the network treats alike lies together. */
package io.marquee.ui.map;
