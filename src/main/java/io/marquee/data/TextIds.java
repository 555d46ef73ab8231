package io.marquee.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Codes for ids that are text: one entry for each distinct id, none for each rating. Which id gets which code depends on
 * who comes first; the index made from them does not. May be used from several threads.
 */
final class TextIds {

    private static final Comparator<String> BY_VALUE =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final ConcurrentMap<String, Integer> codes = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    /** The code of an id, the same each time. */
    int code(String id) {
        Integer known = codes.get(id);
        return known != null ? known : codes.computeIfAbsent(id, unseen -> next.getAndIncrement());
    }

    /**
     * The table from the codes of a column to dense indices: by value where all ids are plain numbers, otherwise by
     * text. Ids that no row has, such as those of rows that were left out, are not in it.
     */
    IdTable table(BlockColumns.Ids column) {
        byte[] present = new byte[next.get()];
        column.mark(present, 0);
        List<String> sorted = new ArrayList<>();
        codes.forEach((id, code) -> {
            if (present[code] == 1) {
                sorted.add(id);
            }
        });
        // Plain numbers have no leading zeros, so the longer one is the larger one.
        sorted.sort(sorted.stream().allMatch(TextIds::isNumber) ? BY_VALUE : Comparator.naturalOrder());
        int[] dense = new int[present.length];
        for (int i = 0; i < sorted.size(); i++) {
            dense[codes.get(sorted.get(i))] = i;
        }
        return new IdTable(IdIndex.ofSorted(sorted), 0, dense, new int[0]);
    }

    private static boolean isNumber(String id) {
        return IdIndex.PLAIN_NUMBER.matcher(id).matches() && Long.parseLong(id) <= Integer.MAX_VALUE;
    }
}
