/** The search room: items by title, as people remember and type titles. */
package io.marquee.search;
