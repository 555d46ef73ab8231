/** Dividing work on columns and files among the cores. */
package io.marquee.data.parallel;
