package io.marquee.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads of a JSON document what can be used. */
final class LenientJson {

    /** Each costs reading the document again. */
    private static final int MOST_REPAIRS = 1000;

    private LenientJson() {}

    /**
     * What was read.
     *
     * @param value null where the document is null
     * @param left names of the outermost fields in which something cannot be used; it was left out
     */
    record Reading<T>(T value, Set<String> left) {}

    /**
     * Reads a document.
     *
     * @param tree the document; what cannot be used is taken out
     * @throws JsonProcessingException if nothing of it can be used
     */
    static <T> Reading<T> read(JsonMapper mapper, JsonNode tree, Class<T> type) throws JsonProcessingException {
        Set<String> left = new LinkedHashSet<>();
        for (int repairs = 0; ; repairs++) {
            try {
                return new Reading<>(mapper.treeToValue(tree, type), left);
            } catch (JsonMappingException e) {
                if (repairs == MOST_REPAIRS || !remove(tree, e.getPath(), left)) {
                    throw e;
                }
            }
        }
    }

    /** Takes the value out that cannot be used; false where it is all of the document. */
    private static boolean remove(JsonNode tree, List<JsonMappingException.Reference> place, Set<String> left) {
        JsonNode parent = null;
        JsonNode value = tree;
        JsonMappingException.Reference last = null;
        for (JsonMappingException.Reference step : place) {
            JsonNode next = step.getFieldName() != null ? value.get(step.getFieldName()) : value.get(step.getIndex());
            if (next == null) {
                break;
            }
            parent = value;
            value = next;
            last = step;
        }
        if (parent instanceof ObjectNode object) {
            object.remove(last.getFieldName());
        } else if (parent instanceof ArrayNode array) {
            array.remove(last.getIndex());
        } else {
            return false;
        }
        left.add(place.get(0).getFieldName());
        return true;
    }
}
