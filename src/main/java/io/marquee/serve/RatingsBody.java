package io.marquee.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.marquee.data.IdIndex;
import io.marquee.data.RatingScale;
import io.marquee.model.Json;
import io.marquee.recommend.AskedModel;
import io.marquee.search.TitleHit;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ratings of a new user as a request carries them: {@code {"ratings": [{"movieId": 1, "rating": 4.5}, {"title": "Heat
 * (1995)", "rating": 5}], "top": 10}}.
 *
 * @param byItem rating by item index, in the order given
 * @param top movies to recommend
 */
record RatingsBody(Map<Integer, Float> byItem, int top) {

    private static final int MOST_RATINGS = 5000;
    private static final List<String> FIELDS = List.of("ratings", "top");

    /** @throws BadRequestException with a sentence that names the place in the body */
    static RatingsBody parse(byte[] body, AskedModel asked, JsonMapper mapper) throws BadRequestException {
        JsonNode root = tree(body, mapper);
        for (Iterator<String> names = root.fieldNames(); names.hasNext();) {
            String name = names.next();
            if (!FIELDS.contains(name)) {
                throw bad("There is no '" + name + "' in such a request; there is " + String.join(", ", FIELDS) + ".");
            }
        }
        JsonNode ratings = root.path("ratings");
        if (!ratings.isArray() || ratings.isEmpty() || ratings.size() > MOST_RATINGS) {
            throw bad("'ratings' must be a list of 1 to " + MOST_RATINGS + " objects with 'movieId' or 'title', and "
                    + "'rating'.");
        }
        Map<Integer, Float> byItem = new LinkedHashMap<>();
        for (int i = 0; i < ratings.size(); i++) {
            String place = "ratings[" + i + "]";
            byItem.put(item(ratings.get(i), place, asked), rating(ratings.get(i), place, asked.model().scale()));
        }
        JsonNode top = root.path("top");
        if (!top.isMissingNode() && !(top.isInt() && top.intValue() >= 1 && top.intValue() <= Limits.MOST_MOVIES)) {
            throw bad("'top' must be a whole number from 1 to " + Limits.MOST_MOVIES + ", not " + top + ".");
        }
        return new RatingsBody(byItem, top.asInt(Limits.USUAL_MOVIES));
    }

    private static JsonNode tree(byte[] body, JsonMapper mapper) throws BadRequestException {
        try {
            JsonNode root = mapper.readTree(body);
            if (root != null && root.isObject()) {
                return root;
            }
            throw bad("The body must be a JSON object with a list 'ratings'.");
        } catch (JsonProcessingException e) {
            // One that is nested too deeply is refused without a place.
            throw bad("The body is not JSON: " + (e.getLocation() == null ? Json.inWords(e)
                    : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + "."));
        } catch (IOException e) {
            throw bad("The body cannot be read: " + e.getMessage() + ".");
        }
    }

    private static int item(JsonNode rating, String place, AskedModel asked) throws BadRequestException {
        JsonNode id = rating.path("movieId");
        JsonNode title = rating.path("title");
        if (id.isMissingNode() == title.isMissingNode() || !id.isMissingNode() && !id.isValueNode()
                || !title.isMissingNode() && !title.isTextual()) {
            throw bad(place + " must have either a 'movieId' or a 'title'.");
        }
        return id.isMissingNode() ? byTitle(title.asText(), place, asked) : byId(id.asText(), place, asked);
    }

    private static int byId(String id, String place, AskedModel asked) throws BadRequestException {
        int item = asked.model().items().indexOf(id);
        if (item == IdIndex.UNKNOWN) {
            throw bad(place + ": there is no movie " + id + " among those this model was trained on.");
        }
        return item;
    }

    private static int byTitle(String title, String place, AskedModel asked) throws BadRequestException {
        List<TitleHit> hits = asked.titles().search(title, 1);
        if (hits.isEmpty()) {
            throw bad(place + ": no title is like '" + title + "'.");
        }
        return hits.get(0).index();
    }

    private static float rating(JsonNode rating, String place, RatingScale scale) throws BadRequestException {
        JsonNode value = rating.path("rating");
        if (!value.isNumber() || !scale.contains(value.doubleValue())) {
            throw bad(place + ".rating must be a number from " + scale.minimum() + " to " + scale.maximum()
                    + (value.isMissingNode() ? "; it is missing." : ", not " + value + "."));
        }
        return value.floatValue();
    }

    private static BadRequestException bad(String sentence) {
        return new BadRequestException(400, sentence);
    }
}
