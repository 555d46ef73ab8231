/** What a dataset looks like: counts, distributions, time, genres, the most and the best rated movies. */
package io.marquee.data.profile;
