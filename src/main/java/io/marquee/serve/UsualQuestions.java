package io.marquee.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.marquee.data.RatedItems;
import io.marquee.model.Json;
import io.marquee.model.TrainedModel;
import io.marquee.recommend.AskedModel;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Requests such as people send, of users and movies drawn from a model by a seed: each whole, as it goes to the server. */
final class UsualQuestions {

    /** Ratings that someone new gives. */
    static final int OWN_RATINGS = 10;

    /** Ratings a movie must have where few are not enough. */
    static final int LEAST_RATINGS = 20;

    private final TrainedModel model;
    private final int[] learntItems;
    private final SplittableRandom random;
    private final JsonMapper mapper = Json.mapper();

    UsualQuestions(AskedModel asked, long seed) {
        this.model = asked.model();
        this.learntItems = IntStream.range(0, model.items().size()).filter(asked.similar()::knows).toArray();
        this.random = new SplittableRandom(seed);
    }

    /** Ten movies for each of some users, drawn from the first {@code users}. */
    List<String> forUsers(int count, int users) {
        return draw(count, () -> forUser(random.nextInt(users), ""));
    }

    /** Ten movies that have some ratings at least. */
    List<String> filtered(int count) {
        return draw(count, () -> forUser(anyUser(), "&minRatings=" + LEAST_RATINGS));
    }

    /** Ten movies, among them what the user has rated. */
    List<String> withRated(int count) {
        return draw(count, () -> forUser(anyUser(), "&includeRated=true"));
    }

    /** Ten movies for someone who is not in the dataset, by ten ratings that some user of it gave. */
    List<String> forSomeoneNew(int count) {
        return draw(count, () -> post("/recommend", ratingsOf(anyUser())));
    }

    /** Ten movies that are like one; no question where the network has learnt none. */
    List<String> similar(int count) {
        return learntItems.length == 0 ? List.of() : draw(count, () -> get("/similar?top=" + Limits.USUAL_MOVIES + "&movie="
                + encoded(model.items().id(learntItems[random.nextInt(learntItems.length)]))));
    }

    private static List<String> draw(int count, Supplier<String> question) {
        return Stream.generate(question).limit(count).toList();
    }

    private int anyUser() {
        return random.nextInt(model.users().size());
    }

    private String forUser(int user, String more) {
        return get("/recommend?top=" + Limits.USUAL_MOVIES + "&user=" + encoded(model.users().id(user)) + more);
    }

    private Map<String, Float> ratingsOf(int user) {
        RatedItems history = model.history();
        Map<String, Float> ratings = new TreeMap<>();
        for (int i = 0; i < OWN_RATINGS && history.count(user) > 0; i++) {
            int k = random.nextInt(history.count(user));
            ratings.put(model.items().id(history.item(user, k)), history.rating(user, k));
        }
        if (ratings.isEmpty()) {
            ratings.put(model.items().id(0), (float) model.scale().maximum());
        }
        return ratings;
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    private String post(String path, Map<String, Float> ratings) {
        List<Map<String, Object>> listed = ratings.entrySet().stream()
                .map(rating -> Map.<String, Object>of("movieId", rating.getKey(), "rating", rating.getValue())).toList();
        try {
            String body = mapper.writeValueAsString(Map.of("ratings", listed, "top", Limits.USUAL_MOVIES));
            return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                    + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Ratings cannot be written as JSON", e);
        }
    }
}
