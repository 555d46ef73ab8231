package io.marquee.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ui.fake.HeldTasks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestOnlyTest {

    private final HeldTasks tasks = HeldTasks.held();
    private final NewestOnly newest = new NewestOnly(tasks);
    private final List<Object> shown = new ArrayList<>();

    @Test
    void anOlderResultThatComesLateIsDropped() {
        newest.run(() -> "old", shown::add, shown::add);
        newest.run(() -> "new", shown::add, shown::add);

        tasks.finish(1);
        tasks.finish(0);

        assertThat(shown).containsExactly("new");
    }

    @Test
    void anOlderFailureIsDroppedToo() {
        newest.run(() -> {
            throw new IllegalStateException("old");
        }, shown::add, shown::add);
        newest.run(() -> "new", shown::add, shown::add);

        tasks.finishAll();

        assertThat(shown).containsExactly("new");
    }

    @Test
    void forgettingMakesAllWorkVoid() {
        newest.run(() -> "result", shown::add, shown::add);
        newest.forget();

        tasks.finishAll();

        assertThat(shown).isEmpty();
    }
}
