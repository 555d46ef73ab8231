/** The export room: what others need of a trained model, as files that other programs read. */
package io.marquee.export;
