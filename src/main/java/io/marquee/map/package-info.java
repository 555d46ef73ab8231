/** The mapping room: embeddings brought down to a plane, so that people can look at them. */
package io.marquee.map;
