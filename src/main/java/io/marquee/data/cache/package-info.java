/**
 * Opened datasets as columns in a file, so that they open again in a moment. A cache is only ever a copy: one that is
 * damaged, older than its source or of another version is not used.
 */
package io.marquee.data.cache;
