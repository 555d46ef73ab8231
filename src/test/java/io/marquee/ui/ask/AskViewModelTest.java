package io.marquee.ui.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.recommend.Recommendation;
import io.marquee.ui.fake.FakeRecommender;
import io.marquee.ui.fake.HeldTasks;
import io.marquee.ui.fake.Models;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskViewModelTest {

    private final List<String> problems = new ArrayList<>();
    private HeldTasks tasks = HeldTasks.inLine();
    private AskViewModel ask = newModel();

    private AskViewModel newModel() {
        return new AskViewModel(model -> new FakeRecommender(model.result().epoch()), tasks,
                (sentence, cause) -> problems.add(sentence));
    }

    @Test
    void beforeAModelNothingCanBeAsked() {
        ask.queryProperty().set("1");
        ask.submit();

        assertThat(ask.readyProperty().get()).isFalse();
        assertThat(ask.recommended()).isEmpty();
        assertThat(ask.suggestions()).isEmpty();
    }

    @Test
    void theFirstModelIsAskedForItsFirstUser() {
        ask.use(Models.ofEpoch(1), "Matinee 100k");

        assertThat(ask.userProperty().get()).isEqualTo("1");
        assertThat(ask.recommended()).hasSize(AskViewModel.TOP).isSortedAccordingTo(
                java.util.Comparator.comparingInt(Recommendation::rank));
        assertThat(ask.rated()).hasSize(30);
        assertThat(ask.userTextProperty().get()).isEqualTo("User 1 · 30 ratings · mean 4.00");
        assertThat(ask.modelTextProperty().get()).isEqualTo("Matinee 100k · epoch 1 · test RMSE 0.8660");
    }

    @Test
    void typingOffersUsersAndEnterAsks() {
        ask.use(Models.ofEpoch(1), "x");
        ask.queryProperty().set("19");
        assertThat(ask.suggestions()).containsExactly("19", "190", "191", "192", "193", "194", "195", "196");

        ask.submit();
        assertThat(ask.userProperty().get()).isEqualTo("19");
        assertThat(ask.suggestions()).isEmpty();
    }

    @Test
    void theUserStaysFromEpochToEpoch() {
        ask.use(Models.ofEpoch(1), "x");
        ask.select("42");
        List<Recommendation> first = List.copyOf(ask.recommended());

        ask.use(Models.ofEpoch(2), "x");

        assertThat(ask.userProperty().get()).isEqualTo("42");
        assertThat(ask.modelTextProperty().get()).contains("epoch 2");
        assertThat(ask.recommended()).isNotEqualTo(first);
    }

    @Test
    void anotherDatasetHasOtherUsers() {
        ask.use(Models.ofEpoch(1), "x");
        ask.select("42");

        ask.use(Models.ofEpoch(1, "another"), "y");

        assertThat(ask.userProperty().get()).isEqualTo("1");
    }

    @Test
    void anUnknownUserIsSaidSo() {
        ask.use(Models.ofEpoch(1), "x");
        ask.queryProperty().set("  nobody ");
        ask.submit();

        assertThat(ask.messageProperty().get()).contains("User nobody is not in the dataset").contains("1 to 200");
        assertThat(ask.recommended()).isEmpty();
        assertThat(problems).isEmpty();

        ask.queryProperty().set("7");
        assertThat(ask.messageProperty().get()).isEmpty();
    }

    @Test
    void ratedMoviesCanBeIncluded() {
        ask.use(Models.ofEpoch(1), "x");
        List<Recommendation> without = List.copyOf(ask.recommended());

        ask.includeRatedProperty().set(true);

        assertThat(ask.recommended()).isNotEqualTo(without);
    }

    @Test
    void anAnswerThatComesLateForAnEarlierUserIsDropped() {
        tasks = HeldTasks.held();
        ask = newModel();
        ask.use(Models.ofEpoch(1), "x");
        tasks.finishAll();

        ask.select("3");
        ask.select("4");
        int last = tasks.waiting() - 1;
        tasks.finish(last);
        List<Recommendation> ofFour = List.copyOf(ask.recommended());
        tasks.finishAll();

        assertThat(ask.recommended()).isEqualTo(ofFour);
        assertThat(ask.userTextProperty().get()).startsWith("User 4 ");
    }

    @Test
    void aModelThatIsBuiltLateForAnEarlierEpochIsDropped() {
        tasks = HeldTasks.held();
        ask = newModel();
        ask.use(Models.ofEpoch(1), "x");
        ask.use(Models.ofEpoch(2), "x");
        tasks.finish(1);
        tasks.finishAll();

        assertThat(ask.modelTextProperty().get()).contains("epoch 2");
    }

    @Test
    void whileANewRunTrainsTheAnswersAreMarkedAsThoseOfAnEarlierOne() {
        ask.modelIsOfEarlierRun();
        assertThat(ask.modelTextProperty().get()).isEmpty();

        ask.use(Models.ofEpoch(5), "x");
        ask.modelIsOfEarlierRun();
        ask.modelIsOfEarlierRun();
        assertThat(ask.modelTextProperty().get()).isEqualTo("x · epoch 5 · test RMSE 0.8660 · earlier run");
    }

    @Test
    void anErrorIsReportedOnce() {
        AskViewModel broken = new AskViewModel(model -> {
            throw new IllegalStateException("a bug");
        }, tasks, (sentence, cause) -> problems.add(sentence));

        broken.use(Models.ofEpoch(1), "x");

        assertThat(problems).hasSize(1);
        assertThat(broken.readyProperty().get()).isFalse();
    }
}
