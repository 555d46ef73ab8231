package io.marquee.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Codes for ids that are text, in the order they were met; one entry for each distinct id, none for each rating. */
final class TextIds {

    private static final Comparator<String> BY_VALUE =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private boolean numbers = true;

    /** The code of an id, the same each time. */
    int code(String id) {
        Integer known = codes.get(id);
        if (known != null) {
            return known;
        }
        int code = ids.size();
        codes.put(id, code);
        ids.add(id);
        numbers = numbers && IdIndex.PLAIN_NUMBER.matcher(id).matches() && Long.parseLong(id) <= Integer.MAX_VALUE;
        return code;
    }

    /**
     * Replaces each code by the dense index of its id: by value where all ids are plain numbers, otherwise by text.
     *
     * @param column codes, each from {@link #code}; dense indices afterwards
     */
    IdIndex reindex(int[] column) {
        List<String> sorted = new ArrayList<>(ids);
        // Plain numbers have no leading zeros, so the longer one is the larger one.
        sorted.sort(numbers ? BY_VALUE : Comparator.naturalOrder());
        int[] dense = new int[sorted.size()];
        for (int i = 0; i < dense.length; i++) {
            dense[codes.get(sorted.get(i))] = i;
        }
        for (int row = 0; row < column.length; row++) {
            column[row] = dense[column[row]];
        }
        return IdIndex.ofSorted(sorted);
    }
}
