package io.marquee.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ui.fake.HeldTasks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {

    private final HeldTasks tasks = HeldTasks.held();
    private final OneAtATime work = new OneAtATime(tasks);
    private final List<String> told = new ArrayList<>();

    private void ask(String what) {
        work.run(() -> what, told::add, failure -> told.add("failed: " + failure.getMessage()));
    }

    @Test
    void whatIsAskedForMeanwhileWaitsAndOnlyTheNewestIsKept() {
        ask("first");
        ask("second");
        ask("third");
        assertThat(tasks.waiting()).isEqualTo(1);

        tasks.finishAll();

        assertThat(told).containsExactly("first", "third");
    }

    @Test
    void whatIsForgottenIsNotTold() {
        ask("first");
        ask("second");
        work.forget();
        ask("third");
        tasks.finishAll();

        assertThat(told).containsExactly("third");
    }

    @Test
    void afterAFailureTheNextRuns() {
        work.<String>run(() -> {
            throw new IllegalStateException("a bug");
        }, told::add, failure -> told.add("failed: " + failure.getMessage()));
        ask("next");
        tasks.finishAll();

        assertThat(told).containsExactly("failed: a bug", "next");
    }
}
