package io.marquee.search;

/**
 * An item whose title is like what was typed.
 *
 * @param index its place in the list that was indexed
 * @param score how well the title fits; comparable within one search only
 */
public record TitleHit(int index, double score) {}
