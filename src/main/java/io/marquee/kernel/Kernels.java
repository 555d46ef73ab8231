package io.marquee.kernel;

import java.util.Locale;
import java.util.Optional;

/** Chooses a kernel for this JVM and processor. */
public final class Kernels {

    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private Kernels() {}

    /** The Vector API where the JVM was started with it and the processor suits it, otherwise plain loops. */
    public static DenseKernel fastest() {
        return vectorObstacle().<DenseKernel>map(ScalarKernel::new).orElseGet(VectorKernel::new);
    }

    /** Plain loops, which run everywhere. */
    public static DenseKernel portable() {
        return new ScalarKernel("chosen");
    }

    /** Scores pairs with the Vector API where it is the faster way here, otherwise with plain loops. */
    public static PairKernel fastestPairs() {
        return vectorObstacle().isEmpty() ? new VectorPairKernel() : new ScalarPairKernel();
    }

    /** Sums of maxima with the Vector API; empty where it is not the faster way here: plain loops gain nothing by them. */
    public static Optional<LevelKernel> levels() {
        return vectorObstacle().isEmpty() ? Optional.of(new VectorLevelKernel()) : Optional.empty();
    }

    /** Scores pairs with plain loops, which run everywhere. */
    public static PairKernel portablePairs() {
        return new ScalarPairKernel();
    }

    /** The instructions that the fastest kernel here is made of, such as AVX2; empty for plain loops. */
    public static Optional<String> instructions() {
        return vectorObstacle().isPresent() ? Optional.empty()
                : Optional.of(instructions(VectorKernel.bits(), System.getProperty("os.arch", "")));
    }

    static String instructions(int bits, String architecture) {
        if (!x86(architecture)) {
            return bits > 128 ? "SVE" : "NEON";
        }
        return bits >= 512 ? "AVX-512" : "AVX2";
    }

    private static boolean x86(String architecture) {
        String name = architecture.toLowerCase(Locale.ROOT);
        return name.equals("amd64") || name.contains("x86");
    }

    /** Why the Vector API would not be the faster way here, in a few words; empty where it is. */
    static Optional<String> vectorObstacle() {
        if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
            return Optional.of("start Java with --add-modules " + VECTOR_MODULE + " for faster ones");
        }
        return tooShort(VectorKernel.bits(), System.getProperty("os.arch", ""));
    }

    /**
     * Where vectors are too short, multiply-adds are not an instruction either: Java then computes each by itself, a thousand
     * times as slowly. On x86 both came with AVX2; ARM has had both from the beginning.
     */
    static Optional<String> tooShort(int bits, String architecture) {
        boolean x86 = x86(architecture);
        if (bits >= (x86 ? 256 : 128)) {
            return Optional.empty();
        }
        return Optional.of("this processor, or this Java, has no " + (x86 ? "AVX2" : "vectors of 128 bits")
                + " for faster ones");
    }
}
