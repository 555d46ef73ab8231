package io.marquee.train.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerTeamTest {

    @Test
    void eachWorkerDoesItsShareOfEachTask() {
        AtomicIntegerArray counts = new AtomicIntegerArray(3);
        try (WorkerTeam team = new WorkerTeam(3)) {
            for (int i = 0; i < 1_000; i++) {
                team.run(counts::incrementAndGet);
            }
        }
        for (int worker = 0; worker < 3; worker++) {
            assertThat(counts.get(worker)).isEqualTo(1_000);
        }
    }

    @Test
    void aFailureOfAnyWorkerReachesTheCallerAndTheTeamGoesOn() {
        try (WorkerTeam team = new WorkerTeam(2)) {
            assertThatThrownBy(() -> team.run(worker -> {
                if (worker == 1) {
                    throw new ArithmeticException("share of worker 1");
                }
            })).hasRootCauseMessage("share of worker 1");

            AtomicIntegerArray counts = new AtomicIntegerArray(2);
            team.run(counts::incrementAndGet);
            assertThat(counts.get(1)).isEqualTo(1);
        }
    }

    @Test
    void closingEndsTheThreads() throws InterruptedException {
        WorkerTeam team = new WorkerTeam(2);
        team.run(worker -> {});
        team.close();

        long deadline = System.nanoTime() + 20_000_000_000L;
        while (workerThreads() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        assertThat(workerThreads()).isZero();
    }

    private static long workerThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("marquee-worker-"))
                .count();
    }
}
