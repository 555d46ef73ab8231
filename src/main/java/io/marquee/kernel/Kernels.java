package io.marquee.kernel;

/** Chooses a kernel for this JVM and processor. */
public final class Kernels {

    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private Kernels() {}

    /** The Vector API where the JVM was started with it, otherwise plain loops. */
    public static DenseKernel fastest() {
        return vectorModulePresent() ? new VectorKernel() : new ScalarKernel();
    }

    /** Plain loops, which run everywhere. */
    public static DenseKernel portable() {
        return new ScalarKernel();
    }

    /** Scores pairs with the Vector API where the JVM was started with it, otherwise with plain loops. */
    public static PairKernel fastestPairs() {
        return vectorModulePresent() ? new VectorPairKernel() : new ScalarPairKernel();
    }

    /** Scores pairs with plain loops, which run everywhere. */
    public static PairKernel portablePairs() {
        return new ScalarPairKernel();
    }

    static boolean vectorModulePresent() {
        return ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
    }
}
