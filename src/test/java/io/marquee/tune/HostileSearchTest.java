package io.marquee.tune;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.runs.RunHistory;
import io.marquee.runs.RunHistoryException;
import io.marquee.train.Runs;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of searches that somebody else has written: read as far as they make sense, or left out with a sentence. */
class HostileSearchTest {

    private static final List<Object> VALUES = Arrays.asList(-1L, Long.MAX_VALUE, Long.MIN_VALUE, 1e308,
            Double.POSITIVE_INFINITY, "", "NaN", "null", "[]", "{}", "{\"strategy\":{}}", "[".repeat(5000), new byte[3]);

    @TempDir
    Path folder;

    private final List<String> notices = new ArrayList<>();
    private RunHistory history;
    private SearchStore store;
    private Search whole;

    @BeforeEach
    void open() throws RunHistoryException {
        history = new RunHistory(folder, notices::add);
        store = new SearchStore(history);
        whole = begin();
        begin();
    }

    private Search begin() throws RunHistoryException {
        Search search = store.begin(TinySearches.plan(new RandomSearch(), Runs.small(), 2, "embedding=2,4"), "tiny", "0");
        Trial trial = Trial.begin(1, Runs.small()).in(TrialState.DONE).after(2, 0.5, 0.6, 1, OptionalLong.empty());
        store.save(search, trial);
        return search;
    }

    @AfterEach
    void close() {
        history.close();
    }

    private boolean put(String table, String column, Object value) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + history.file());
                PreparedStatement update = connection.prepareStatement("UPDATE " + table + " SET " + column
                        + " = ? WHERE rowid = (SELECT max(rowid) FROM " + table + ")")) {
            update.setObject(1, value);
            return update.executeUpdate() > 0;
        } catch (SQLException refused) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"search.state", "search.created", "search.dataset", "search.fingerprint", "search.plan",
        "search.seconds", "search.note", "search.process", "trial.number", "trial.settings", "trial.state", "trial.rung",
        "trial.epochs", "trial.validation_mse", "trial.test_mse", "trial.seconds", "trial.failure", "trial.run"})
    void oneRowThatMakesNoSenseDoesNotHideTheOthers(String place) throws Exception {
        String[] column = place.split("\\.");
        for (Object value : VALUES) {
            if (put(column[0], column[1], value)) {
                List<Search> searches = store.list();
                assertThat(searches).as("%s = %s", place, value).extracting(Search::id).contains(whole.id());
                // What is not left out can be shown.
                searches.forEach(search -> assertThat(search.plan().minutes() + search.best().toString()).isNotBlank());
                store.tidy();
            }
        }
        assertThat(notices).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[1, 2", "{\"strategy\":{}}"})
    void aPlanThatIsNoneIsLeftOutAndToldOf(String plan) throws Exception {
        put("search", "plan", plan);

        assertThat(store.list()).extracting(Search::id).containsExactly(whole.id());
        assertThat(store.find(whole.id() + 1)).isEmpty();
        assertThat(notices).singleElement().asString().contains("holds 1 search that this version of Marquee cannot read (number "
                + (whole.id() + 1) + ")");
    }

    /** SQLite reads a 0 out of text, which would be the best trial of all. */
    @Test
    void anErrorThatIsNoNumberIsNoError() throws Exception {
        put("trial", "validation_mse", "NaN");

        Search search = store.find(whole.id() + 1).orElseThrow();
        assertThat(search.trials().get(0).validationMse()).isNaN();
    }
}
