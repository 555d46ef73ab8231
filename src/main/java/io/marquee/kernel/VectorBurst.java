package io.marquee.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Multiply-adds on vectors that never leave their registers. Ten independent sums hide the latency of the instruction (4
 * to 5 cycles, two a cycle) and fit with their operands into the sixteen registers of AVX2.
 */
final class VectorBurst {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int ROUNDS = 20_000;
    private static final int SUMS = 10;

    private VectorBurst() {}

    /** Multiply-adds in one {@link #run}. */
    static long multiplyAdds() {
        return (long) ROUNDS * SUMS * SPECIES.length();
    }

    static double run() {
        FloatVector factor = FloatVector.broadcast(SPECIES, 0.999f);
        FloatVector term = FloatVector.broadcast(SPECIES, 0.001f);
        FloatVector a0 = term;
        FloatVector a1 = term;
        FloatVector a2 = term;
        FloatVector a3 = term;
        FloatVector a4 = term;
        FloatVector a5 = term;
        FloatVector a6 = term;
        FloatVector a7 = term;
        FloatVector a8 = term;
        FloatVector a9 = term;
        for (int i = 0; i < ROUNDS; i++) {
            a0 = a0.fma(factor, term);
            a1 = a1.fma(factor, term);
            a2 = a2.fma(factor, term);
            a3 = a3.fma(factor, term);
            a4 = a4.fma(factor, term);
            a5 = a5.fma(factor, term);
            a6 = a6.fma(factor, term);
            a7 = a7.fma(factor, term);
            a8 = a8.fma(factor, term);
            a9 = a9.fma(factor, term);
        }
        return a0.add(a1).add(a2).add(a3).add(a4).add(a5).add(a6).add(a7).add(a8).add(a9)
                .reduceLanes(VectorOperators.ADD);
    }
}
