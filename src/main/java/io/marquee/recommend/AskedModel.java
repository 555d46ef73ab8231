package io.marquee.recommend;

import io.marquee.data.IdIndex;
import io.marquee.data.Item;
import io.marquee.data.RatedItems;
import io.marquee.model.Predictor;
import io.marquee.model.TrainedModel;
import io.marquee.search.TitleIndex;
import io.marquee.search.TitleMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A trained model with all that is needed to ask it many questions: recommendations, reasons, similar items, new users.
 * Making one takes a pass over the ratings. Thread-safe.
 */
public final class AskedModel {

    private final TrainedModel model;
    private final Predictor predictor;
    private final ItemFacts facts;
    private final CatalogueScorer scorer;
    private final TopNRecommender recommender;
    private final SimilarItems similar;
    private final FoldIn foldIn;
    private final Explainer explainer;
    private final TellingItems telling;
    private TitleIndex titles;
    private TitleMatcher matcher;

    public AskedModel(TrainedModel model) {
        this.model = model;
        this.predictor = Predictor.of(model, true);
        this.facts = new ItemFacts(model);
        this.scorer = new CatalogueScorer(model, true);
        ItemEmbeddings embeddings = new ItemEmbeddings(model.weights().items());
        this.recommender = new TopNRecommender(model, predictor, facts, scorer, embeddings);
        this.similar = new SimilarItems(facts, embeddings, predictor.warm());
        this.foldIn = new FoldIn(model, predictor);
        this.explainer = new Explainer(model, foldIn, facts);
        this.telling = new TellingItems(model, foldIn, facts, predictor.warm());
    }

    public TrainedModel model() {
        return model;
    }

    /** The items the model has an embedding of, by index. */
    public ItemFacts facts() {
        return facts;
    }

    /** Predictions of many items for one user. */
    public CatalogueScorer scorer() {
        return scorer;
    }

    public TopNRecommender recommender() {
        return recommender;
    }

    public SimilarItems similar() {
        return similar;
    }

    public Explainer explainer() {
        return explainer;
    }

    /** Items to ask a new user about. */
    public TellingItems telling() {
        return telling;
    }

    /** Items by title. The first call takes a pass over the titles. */
    public synchronized TitleIndex titles() {
        if (titles == null) {
            titles = new TitleIndex(facts.items(), facts::ratingCount);
        }
        return titles;
    }

    /** Recognises items that another list names. The first call takes a pass over the titles. */
    public synchronized TitleMatcher matcher() {
        if (matcher == null) {
            matcher = new TitleMatcher(facts.items(), facts::ratingCount);
        }
        return matcher;
    }

    /** The index of an item; {@link IdIndex#UNKNOWN} for one nobody rated. */
    public int indexOf(Item item) {
        return model.items().indexOf(item.id());
    }

    /** Someone who is not in the dataset, by their ratings; without ratings, the mean user. */
    public AskedUser newUser(UserRatings ratings) {
        return new AskedUser(foldIn.embedding(ratings), ratings);
    }

    /** A user in a few numbers. */
    public UserProfile profile(UserRatings ratings) {
        int test = 0;
        for (boolean inTest : ratings.inTest()) {
            test += inTest ? 1 : 0;
        }
        return new UserProfile(ratings.size(), test, ratings.mean(), new GenreTastes(ratings, facts).all(),
                recommender.rated(ratings));
    }

    /** Users who have rated an item, highest rating first; among equals those with more ratings first. */
    public List<Rater> ratersOf(int item, int limit) {
        RatedItems history = model.history();
        List<Rater> raters = new ArrayList<>();
        for (int user = 0; user < history.users(); user++) {
            int k = history.find(user, item);
            if (k >= 0) {
                raters.add(new Rater(model.users().id(user), history.rating(user, k), history.count(user)));
            }
        }
        raters.sort(Comparator.comparingDouble(Rater::rating).thenComparingInt(Rater::ratings).reversed());
        return List.copyOf(raters.subList(0, Math.min(limit, raters.size())));
    }
}
