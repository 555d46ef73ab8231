/** Saying which columns of a file of ratings hold what. */
package io.marquee.ui.mapping;
