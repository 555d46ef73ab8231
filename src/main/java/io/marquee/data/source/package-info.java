/**
 * The files of a dataset where they lie: on disk, or in a zip that is read without unpacking it to disk. Knows names and
 * sizes, not what is inside.
 */
package io.marquee.data.source;
