/** The serving room: a trained model answers over HTTP. */
package io.marquee.serve;
