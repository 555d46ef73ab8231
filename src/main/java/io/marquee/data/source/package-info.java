/**
 * The files of a dataset where they lie: on disk, or in a zip that is read without unpacking it to disk. Knows names and
 * sizes, and by the first bytes what is no table; not what is in one.
 */
package io.marquee.data.source;
