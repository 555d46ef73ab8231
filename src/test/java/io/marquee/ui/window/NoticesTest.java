package io.marquee.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong(-7 * SECOND);
    private final Notices notices = new Notices(clock::get);

    private String shown() {
        return notices.currentProperty().get().sentence();
    }

    @Test
    void warningsThatComeUpTogetherAreSaidTogether() {
        notices.warn("The settings are damaged.");
        clock.addAndGet(SECOND);
        notices.warn("The device is gone.");
        notices.warn("The device is gone.");

        assertThat(shown()).isEqualTo("The settings are damaged. The device is gone.");
    }

    @Test
    void whatWasReadGivesWay() {
        notices.warn("The settings are damaged.");
        clock.addAndGet(60 * SECOND);
        notices.warn("The device is gone.");
        assertThat(shown()).isEqualTo("The device is gone.");

        notices.inform("Saved.");
        notices.warn("The disk is full.");
        assertThat(shown()).isEqualTo("The disk is full.");

        notices.dismiss();
        notices.warn("Again.");
        assertThat(shown()).isEqualTo("Again.");
    }

    @Test
    void aWarningAboutWhatWasJustDoneStandsAlone() {
        clock.addAndGet(60 * SECOND);
        notices.warn("The learning rate must be above 0.");
        clock.addAndGet(SECOND);
        notices.warn("The batch must be a whole number.");

        assertThat(shown()).isEqualTo("The batch must be a whole number.");
    }

    @Test
    void anOfferKeepsItsButton() {
        List<String> done = new ArrayList<>();
        notices.offer("A run was interrupted.", "Resume", () -> done.add("resumed"));
        notices.warn("The device is gone.");
        assertThat(shown()).isEqualTo("A run was interrupted. The device is gone.");

        notices.currentProperty().get().offer().orElseThrow().action().run();
        assertThat(done).containsExactly("resumed");
        assertThat(notices.currentProperty().get()).isNull();

        notices.warn("The device is gone.");
        notices.offer("A run was interrupted.", "Resume", () -> { });
        assertThat(notices.currentProperty().get().offer().orElseThrow().label()).isEqualTo("Resume");
        notices.offer("A search was interrupted.", "Continue", () -> { });
        assertThat(shown()).isEqualTo("A search was interrupted.");
    }

    @Test
    void whatIsToldAtOnceIsOneNotice() {
        notices.tell(new ArrayDeque<>(List.of("One.", "Two.")));
        assertThat(shown()).isEqualTo("One. Two.");
        notices.dismiss();
        notices.tell(new ArrayDeque<>());
        assertThat(notices.currentProperty().get()).isNull();
    }
}
