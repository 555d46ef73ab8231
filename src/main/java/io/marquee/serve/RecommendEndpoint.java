package io.marquee.serve;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.marquee.data.Item;
import io.marquee.model.Json;
import io.marquee.recommend.AskedModel;
import io.marquee.recommend.ItemFilter;
import io.marquee.recommend.Recommendation;
import io.marquee.recommend.RecommendationRequest;
import io.marquee.recommend.SeenRule;
import io.marquee.recommend.UnknownUserException;
import io.marquee.recommend.UserRatings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What a user of the dataset should watch (GET), or someone else, by their ratings (POST). */
final class RecommendEndpoint implements Endpoint {

    private static final List<String> PARAMETERS =
            List.of("user", "top", "genres", "from", "to", "minRatings", "includeRated");
    private static final int LAST_YEAR = 9999;

    private final AskedModel asked;
    private final PreparedLists prepared;
    private final JsonMapper mapper = Json.mapper();

    RecommendEndpoint(AskedModel asked, PreparedLists prepared) {
        this.asked = asked;
        this.prepared = prepared;
    }

    @Override
    public String path() {
        return "/recommend";
    }

    @Override
    public List<String> methods() {
        return List.of("GET", "POST");
    }

    @Override
    public Object answer(String method, String query, byte[] body) throws BadRequestException {
        return method.equals("GET") ? forUser(new Query(query, PARAMETERS)) : forRatings(body);
    }

    private Answers.ForUser forUser(Query query) throws BadRequestException {
        String user = query.required("user");
        int top = query.whole("top", Limits.USUAL_MOVIES, 1, Limits.MOST_MOVIES);
        ItemFilter filter = filter(query);
        try {
            List<Recommendation> list = filter.equals(ItemFilter.UNSEEN) ? prepared.list(user, top) : List.of();
            if (list.isEmpty()) {
                list = asked.recommender().recommend(asked.recommender().user(user),
                        new RecommendationRequest(top, filter, 0));
            }
            return new Answers.ForUser(Answers.id(user), inJson(list));
        } catch (UnknownUserException e) {
            throw new BadRequestException(404, e.getMessage());
        }
    }

    private ItemFilter filter(Query query) throws BadRequestException {
        Set<String> genres = Set.copyOf(query.text("genres").map(text -> List.of(text.split("\\s*,\\s*")))
                .orElse(List.of()));
        for (String genre : genres) {
            if (!asked.facts().genres().contains(genre)) {
                throw new BadRequestException(400, "There is no genre '" + genre + "'; there is "
                        + String.join(", ", asked.facts().genres()) + ".");
            }
        }
        return new ItemFilter(genres, year(query, "from"), year(query, "to"),
                query.whole("minRatings", 0, 0, Integer.MAX_VALUE),
                query.flag("includeRated") ? SeenRule.SHOW_RATED : SeenRule.HIDE_RATED);
    }

    private static OptionalInt year(Query query, String name) throws BadRequestException {
        return query.text(name).isEmpty() ? OptionalInt.empty() : OptionalInt.of(query.whole(name, 0, 0, LAST_YEAR));
    }

    private Answers.ForRatings forRatings(byte[] body) throws BadRequestException {
        RatingsBody request = RatingsBody.parse(body, asked, mapper);
        List<Answers.Rated> rated = new ArrayList<>();
        request.byItem().forEach((item, rating) -> {
            Item movie = asked.facts().item(item);
            rated.add(new Answers.Rated(Answers.id(movie.id()), movie.displayTitle(), rating));
        });
        List<Recommendation> list = asked.recommender().recommend(asked.newUser(UserRatings.of(request.byItem())),
                RecommendationRequest.top(request.top()));
        return new Answers.ForRatings(rated, inJson(list));
    }

    private static List<Answers.Recommended> inJson(List<Recommendation> list) {
        return list.stream().map(Answers.Recommended::of).toList();
    }
}
