package io.marquee.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Index of ids that are any text, sorted by UTF-16 code units. */
final class TextIdIndex implements IdIndex {

    private final List<String> ids;
    private final Map<String, Integer> indices;

    /** @param ids distinct ids in ascending order */
    TextIdIndex(List<String> ids) {
        this.ids = List.copyOf(ids);
        this.indices = new HashMap<>(ids.size() * 2);
        String previous = null;
        for (int i = 0; i < this.ids.size(); i++) {
            String id = this.ids.get(i);
            if (previous != null && previous.compareTo(id) >= 0) {
                throw new IllegalArgumentException("Ids must ascend; \"" + id + "\" follows \"" + previous + "\".");
            }
            indices.put(id, i);
            previous = id;
        }
    }

    @Override
    public int size() {
        return ids.size();
    }

    @Override
    public String id(int index) {
        return ids.get(index);
    }

    @Override
    public int indexOf(String id) {
        return indices.getOrDefault(id, UNKNOWN);
    }

    /** Always false: text has no next. */
    @Override
    public boolean contiguous() {
        return false;
    }
}
