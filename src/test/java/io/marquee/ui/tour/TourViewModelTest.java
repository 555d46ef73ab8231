package io.marquee.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TourViewModelTest {

    private final TourViewModel tour = new TourViewModel(false);

    @Test
    void itGoesThroughAllStepsAndIsOverForGood() {
        tour.greet();
        for (TourStep step : TourStep.values()) {
            assertThat(tour.stepProperty().get()).isEqualTo(step);
            assertThat(tour.seen()).isFalse();
            tour.next();
        }

        assertThat(tour.stepProperty().get()).isNull();
        assertThat(tour.seen()).isTrue();
        tour.greet();
        assertThat(tour.stepProperty().get()).isNull();
    }

    @Test
    void skippedItDoesNotComeAgainButCanBeAskedFor() {
        tour.greet();
        tour.end();
        tour.greet();
        assertThat(tour.stepProperty().get()).isNull();

        tour.start();
        assertThat(tour.stepProperty().get()).isEqualTo(TourStep.DATA);
    }

    @Test
    void whoHasHadItInAnEarlierSessionIsNotGreetedByIt() {
        TourViewModel later = new TourViewModel(true);
        later.greet();

        assertThat(later.stepProperty().get()).isNull();
        assertThat(later.seen()).isTrue();
    }

    @Test
    void backStopsAtTheFirstStep() {
        tour.start();
        tour.next();
        tour.back();
        tour.back();

        assertThat(tour.stepProperty().get()).isEqualTo(TourStep.DATA);
    }

    @Test
    void aRunThatBeginsTakesItToTheCurvesAndNeverBack() {
        tour.trainingBegan();
        assertThat(tour.stepProperty().get()).isNull();

        tour.start();
        tour.trainingBegan();
        assertThat(tour.stepProperty().get()).isEqualTo(TourStep.CURVES);

        tour.next();
        tour.trainingBegan();
        assertThat(tour.stepProperty().get()).isEqualTo(TourStep.ASK);
    }
}
