/** Opening datasets: which files belong together, what is read from them and in which order, and the import's report. */
package io.marquee.data.open;
