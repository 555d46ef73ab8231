package io.marquee.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Asks a server over some connections at once and takes the time of each answer. */
final class Load {

    private static final int OK = 200;
    private static final double SLOW = 0.95;

    private final LoadTask task;
    private final byte[][] requests;
    private long deadline;

    private Load(LoadTask task) {
        this.task = task;
        this.requests = task.requests().stream().map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    /** Does a task on threads of its own; blocks until it is done. */
    static LoadResult run(LoadTask task) throws InterruptedException {
        return new Load(task).run();
    }

    private LoadResult run() throws InterruptedException {
        List<Asking> all = new ArrayList<>();
        for (int i = 0; i < task.connections(); i++) {
            all.add(new Asking(i));
        }
        long start = System.nanoTime();
        deadline = start + task.milliseconds() * 1_000_000;
        all.forEach(Thread::start);
        for (Asking one : all) {
            one.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long[] nanos = all.stream().flatMapToLong(one -> Arrays.stream(one.nanos, 0, one.answered)).sorted().toArray();
        long failed = all.stream().mapToLong(one -> one.failed).sum();
        String problem = all.stream().map(one -> one.problem).filter(text -> !text.isEmpty()).findFirst().orElse("");
        return new LoadResult(nanos.length, failed, seconds, millis(nanos, 0.5), millis(nanos, SLOW), problem);
    }

    private static double millis(long[] sorted, double part) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (part * (sorted.length - 1))] / 1e6;
    }

    /** One connection. */
    private final class Asking extends Thread {

        private int next;
        private long[] nanos = new long[1 << 10];
        private int answered;
        private long failed;
        private String problem = "";

        Asking(int place) {
            super("marquee-asking-" + place);
            setDaemon(true);
            next = (int) ((long) place * requests.length / task.connections());
        }

        @Override
        public void run() {
            try (KeepAliveConnection connection = new KeepAliveConnection(task.port())) {
                do {
                    ask(connection);
                } while (System.nanoTime() < deadline);
            } catch (IOException | RuntimeException e) {
                fail("no answer (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ")");
            }
        }

        private void ask(KeepAliveConnection connection) throws IOException {
            byte[] request = requests[next];
            next = (next + 1) % requests.length;
            long start = System.nanoTime();
            int status = connection.ask(request);
            if (status != OK) {
                fail("status " + status + ": " + connection.body());
                return;
            }
            if (answered == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * answered);
            }
            nanos[answered++] = System.nanoTime() - start;
        }

        private void fail(String what) {
            failed++;
            problem = problem.isEmpty() ? what : problem;
        }
    }
}
