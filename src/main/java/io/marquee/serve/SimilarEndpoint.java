package io.marquee.serve;

import io.marquee.data.IdIndex;
import io.marquee.recommend.AskedModel;
import io.marquee.search.TitleHit;
import java.util.List;

/** Which movies are like one, named by its id or by its title. */
final class SimilarEndpoint implements Endpoint {

    private static final List<String> PARAMETERS = List.of("movie", "top", "minRatings");

    private final AskedModel asked;

    SimilarEndpoint(AskedModel asked) {
        this.asked = asked;
    }

    @Override
    public String path() {
        return "/similar";
    }

    @Override
    public List<String> methods() {
        return List.of("GET");
    }

    @Override
    public Object answer(String method, String rawQuery, byte[] body) throws BadRequestException {
        Query query = new Query(rawQuery, PARAMETERS);
        int item = item(query.required("movie"));
        int top = query.whole("top", Limits.USUAL_MOVIES, 1, Limits.MOST_MOVIES);
        int minimum = query.whole("minRatings", 0, 0, Integer.MAX_VALUE);
        if (!asked.similar().knows(item)) {
            throw new BadRequestException(404, asked.facts().item(item).displayTitle()
                    + " has no rating in the train part, so the network has not learnt what it is like.");
        }
        return new Answers.Similar(Answers.Movie.of(asked.facts().item(item)),
                asked.similar().to(item, top, minimum).stream().map(Answers.Neighbour::of).toList());
    }

    private int item(String movie) throws BadRequestException {
        int item = asked.model().items().indexOf(movie);
        if (item != IdIndex.UNKNOWN) {
            return item;
        }
        List<TitleHit> hits = asked.titles().search(movie, 1);
        if (hits.isEmpty()) {
            throw new BadRequestException(404, "No movie has the id, or a title like, '" + movie + "'.");
        }
        return hits.get(0).index();
    }
}
