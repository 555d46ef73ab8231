/** The history of runs: every run and all its points in an SQLite database of the person's. Knows no toolkit. */
package io.marquee.runs;
