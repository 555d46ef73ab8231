package io.marquee.ui.fake;

import io.marquee.data.IdIndex;

/** The ids 1..size. */
record NumberedIds(int size) implements IdIndex {

    @Override
    public String id(int index) {
        return Integer.toString(index + 1);
    }

    @Override
    public int indexOf(String id) {
        try {
            int index = Integer.parseInt(id) - 1;
            return index >= 0 && index < size ? index : UNKNOWN;
        } catch (NumberFormatException e) {
            return UNKNOWN;
        }
    }

    @Override
    public boolean contiguous() {
        return true;
    }
}
