package io.marquee.data.profile;

/**
 * Users who said the same of themselves.
 *
 * @param name what they said, such as "25-34"
 * @param users how many they are
 * @param share part of the users who said anything, 0 to 1
 * @param ratings ratings they gave
 * @param mean mean of these ratings
 */
public record UserGroup(String name, int users, double share, long ratings, double mean) {}
