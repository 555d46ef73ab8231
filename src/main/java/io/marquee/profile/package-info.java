/** The profile room: what someone who is not in the dataset has rated, in files of our own and in lists of others. */
package io.marquee.profile;
