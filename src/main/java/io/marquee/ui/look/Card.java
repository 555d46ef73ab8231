package io.marquee.ui.look;

/**
 * A number worth a card of its own.
 *
 * @param label what it is
 * @param value the number
 * @param note what puts it into proportion
 */
record Card(String label, String value, String note) {}
