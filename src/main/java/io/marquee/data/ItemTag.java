package io.marquee.data;

/**
 * A word or phrase that users gave to an item.
 *
 * @param text the tag as it was first written; case makes no difference
 * @param count how many times it was given to the item
 */
public record ItemTag(String text, int count) {}
