package io.marquee.isolate;

import io.marquee.device.Backend;
import io.marquee.device.BackendDevice;
import io.marquee.device.DeviceRuntime;
import io.marquee.model.BuildInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The conversation with a training process: who it must be, and how long it may be silent. */
final class ChildTalk {

    private static final Logger LOG = LoggerFactory.getLogger(ChildTalk.class);

    /** Time is counted in these: a machine that was asleep, or a program that was held, has not waited. */
    private static final Duration TICK = Duration.ofMillis(100);

    /** Names of exceptions, and where JavaCPP has unpacked what cannot be loaded: the log has them. */
    private static final Pattern JAVA_WORDS = Pattern.compile("^(java\\.lang\\.\\w+: )?(.*[/\\\\]\\.javacpp[/\\\\].*?: )?");

    private final ChildProcess child;
    private final Patience patience;
    private final Supplier<Optional<Long>> stopAsked;

    /** @param stopAsked when the run was asked to stop, as {@link System#nanoTime}; empty before */
    ChildTalk(ChildProcess child, Patience patience, Supplier<Optional<Long>> stopAsked) {
        this.child = child;
        this.patience = patience;
        this.stopAsked = stopAsked;
    }

    /**
     * Waits until the process has said who it is and shown that its device computes.
     *
     * @return false if the run was asked to stop meanwhile
     * @throws IOException with a sentence, if the process is not the one wanted or its device does not work
     */
    boolean greet(DeviceRuntime runtime) throws IOException, ChildLostException, InterruptedException {
        Optional<ChildMessage> first = within(patience.hello(runtime.backend()), "did not start");
        if (first.isEmpty()) {
            return false;
        }
        if (!(first.get() instanceof ChildMessage.Hello hello)) {
            throw unexpected(first.get());
        }
        check(hello, runtime);
        Optional<ChildMessage> second = within(patience.ready(), "did not compute");
        if (second.isEmpty()) {
            return false;
        }
        if (!(second.get() instanceof ChildMessage.Ready)) {
            throw unexpected(second.get());
        }
        LOG.info("Process {} trains on {}: {}, by {}, {} threads, Java {}", child.pid(), runtime.device(),
                hello.devices().stream().map(BackendDevice::words).collect(Collectors.joining("; ")), hello.backend(),
                hello.threads(), hello.javaVersion());
        return true;
    }

    private Optional<ChildMessage> within(Duration limit, String otherwise)
            throws ChildLostException, InterruptedException {
        for (int ticks = 0; stopAsked.get().isEmpty(); ticks++) {
            Optional<ChildMessage> message = child.next(TICK);
            if (message.isPresent()) {
                return message;
            }
            if (TICK.multipliedBy(ticks).compareTo(limit) > 0) {
                throw new ChildLostException("The training process " + otherwise + " within " + seconds(limit)
                        + " and was ended.");
            }
        }
        return Optional.empty();
    }

    private void check(ChildMessage.Hello hello, DeviceRuntime runtime) throws IOException, InterruptedException {
        String version = BuildInfo.load().version();
        if (hello.protocol() != ChildMessage.PROTOCOL || !version.equals(hello.marqueeVersion())) {
            throw new IOException("The training process is of Marquee " + hello.marqueeVersion() + " (protocol "
                    + hello.protocol() + "), this program of " + version + " (protocol " + ChildMessage.PROTOCOL
                    + "). Marquee was replaced while it ran: close it and start it anew.");
        }
        if (hello.backend() != runtime.backend()) {
            String why = runtime.backend() == Backend.CUDA ? withoutCuda(child.passedOver())
                    : "Take the CUDA libraries off the class path.";
            throw new IOException("The run was to train on " + runtime.device() + " by " + runtime.backend()
                    + ", and the training process computes by " + hello.backend() + ". " + why);
        }
        List<String> capabilities = hello.devices().stream().flatMap(device -> device.computeCapability().stream()).sorted()
                .toList();
        if (!capabilities.equals(runtime.capabilities().stream().sorted().toList())) {
            throw new IOException("The run was to train on " + runtime.device() + ", of compute capability "
                    + String.join(" and ", runtime.capabilities()) + ", and the training process sees "
                    + hello.devices().stream().map(BackendDevice::words).collect(Collectors.joining("; "))
                    + ". Look for devices again; where that does not help, check the driver.");
        }
    }

    private static String withoutCuda(String reason) {
        String words = JAVA_WORDS.matcher(reason).replaceFirst("");
        return "CUDA did not start there" + (words.isEmpty() ? "; the log says more." : " (" + words + ").")
                + " Check that NVIDIA's driver is whole (nvidia-smi must list the GPU), or choose the CPU.";
    }

    /**
     * The next message of the run; waits for it.
     *
     * @param held whether the run is paused, so that nothing need come
     * @throws ChildLostException if the process ends, gives no sign of life, gets nowhere or does not stop when it is asked to
     */
    ChildMessage next(boolean held) throws ChildLostException, InterruptedException {
        long heard = child.linesHeard();
        int silent = 0;
        for (int ticks = 0; ; ticks++) {
            Optional<ChildMessage> message = child.next(TICK);
            if (message.isPresent()) {
                return message.get();
            }
            silent = child.linesHeard() == heard ? silent + 1 : 0;
            heard = child.linesHeard();
            if (TICK.multipliedBy(silent).compareTo(patience.silence()) > 0) {
                throw new ChildLostException("The training process hangs: it gave no sign of life for "
                        + seconds(patience.silence()) + ", and was ended.");
            }
            if (!held && TICK.multipliedBy(ticks).compareTo(patience.progress()) > 0) {
                throw new ChildLostException("The training process gets nowhere: nothing came of it for "
                        + seconds(patience.progress()) + ", and it was ended.");
            }
            Optional<Long> asked = stopAsked.get();
            if (asked.isPresent() && System.nanoTime() - asked.get() > patience.stop().toNanos()) {
                throw new ChildLostException("The training process did not stop within " + seconds(patience.stop())
                        + " and was ended.");
            }
        }
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() < 1000 ? limit.toMillis() + " ms" : limit.toSeconds() + " s";
    }

    /** What to throw where a message comes out of its turn. */
    static IOException unexpected(ChildMessage message) {
        return new IOException(message instanceof ChildMessage.Refused refused
                ? refused.reason()
                : "The training process said \"" + message.getClass().getSimpleName() + "\" out of its turn and was ended.");
    }
}
