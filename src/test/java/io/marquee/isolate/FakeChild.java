package io.marquee.isolate;

import io.marquee.model.BuildInfo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A training process that misbehaves, as {@link #MODE} says. */
public final class FakeChild {

    /** Environment variable with the way to misbehave. */
    static final String MODE = "FAKE_CHILD";

    /** Environment variable with the file that is made when the run is started. */
    static final String MARK = "FAKE_CHILD_MARK";

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private FakeChild() {}

    public static void main(String[] arguments) throws Exception {
        String mode = System.getenv(MODE);
        switch (mode) {
            case "dies at once" -> {
                System.err.println("There is no libgomp here.");
                System.exit(3);
            }
            case "has no driver" -> {
                OUT.println(hello(ChildMessage.PROTOCOL, BuildInfo.load().version()));
                System.err.println("WARN  org.nd4j.linalg.factory.Nd4jBackend - Skipped [JCublasBackend] backend (unavailable): "
                        + "java.lang.UnsatisfiedLinkError: /home/ada l/.javacpp/cache/cuda.jar/linux-x86_64/libjnicudart.so: "
                        + "libcuda.so.1: cannot open shared object file: No such file or directory");
            }
            case "says nothing" -> Thread.sleep(60_000);
            case "other version" -> OUT.println(hello(99, BuildInfo.load().version()));
            case "other program" -> OUT.println(hello(ChildMessage.PROTOCOL, "17.4"));
            case "sees one of two GPUs" -> OUT.println(hello(ChildMessage.PROTOCOL, BuildInfo.load().version())
                    .replace("\"CPU\"", "\"CUDA\"").replace("{\"name\":\"the CPU\"}",
                            "{\"name\":\"RTX 4090\",\"computeCapability\":\"8.9\"}"));
            case "refuses" -> OUT.println("{\"message\":\"refused\",\"reason\":\"ND4J did not start.\"}");
            case "line without end" -> forever("x".repeat(1000), "");
            case "chatters without end" -> forever("x".repeat(1000), "\n");
            default -> train(mode);
        }
        Thread.sleep(60_000);
    }

    private static void train(String mode) throws Exception {
        OUT.println("A library prints a line");
        OUT.println(hello(ChildMessage.PROTOCOL, BuildInfo.load().version()));
        OUT.println("{\"message\":\"ready\"}");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        if (!in.readLine().contains("\"start\"")) {
            throw new IOException("A start was expected");
        }
        Files.createFile(Path.of(System.getenv(MARK)));
        switch (mode) {
            case "hangs" -> Thread.sleep(60_000);
            case "talks nonsense" -> OUT.println("{\"message\":\"happened\",\"event\":{\"event\":\"party\"}}");
            case "tells nothing" -> OUT.println("{\"message\":\"happened\"}");
            case "greets twice" -> OUT.println("{\"message\":\"ready\"}");
            case "does not stop" -> stayAlive();
            case "floods its log" -> {
                for (int i = 0; i < 20_000; i++) {
                    System.err.println("y".repeat(1000));
                }
                OUT.println("{\"message\":\"happened\",\"event\":{\"event\":\"run-finished\",\"stopped\":false,"
                        + "\"epochsFinished\":3,\"seconds\":1}}");
                System.exit(0);
            }
            default -> throw new IllegalArgumentException(mode);
        }
    }

    private static void stayAlive() throws InterruptedException {
        while (!OUT.checkError()) {
            OUT.println("{\"message\":\"alive\"}");
            Thread.sleep(100);
        }
    }

    private static void forever(String text, String end) {
        String block = (text + end).repeat(1000);
        while (!OUT.checkError()) {
            OUT.print(block);
        }
    }

    private static String hello(int protocol, String version) {
        return "{\"message\":\"hello\",\"protocol\":" + protocol + ",\"marqueeVersion\":\"" + version
                + "\",\"javaVersion\":\"17\",\"backend\":\"CPU\",\"devices\":[{\"name\":\"the CPU\"}],\"threads\":2}";
    }
}
