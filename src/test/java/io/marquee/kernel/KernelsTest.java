package io.marquee.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelsTest {

    @Test
    void anX86ProcessorWithoutAvx2GetsPlainLoopsThatSayWhy() {
        assertThat(Kernels.tooShort(128, "amd64")).hasValueSatisfying(why -> assertThat(why).contains("AVX2"));
        assertThat(Kernels.tooShort(64, "x86_64")).isPresent();
        assertThat(Kernels.tooShort(256, "amd64")).isEmpty();
        assertThat(Kernels.tooShort(512, "amd64")).isEmpty();
    }

    @Test
    void armDoesWithShorterVectors() {
        assertThat(Kernels.tooShort(128, "aarch64")).isEmpty();
        assertThat(Kernels.tooShort(64, "aarch64")).isPresent();
    }

    @Test
    void eachKernelSaysWhatItIs() {
        assertThat(Kernels.portable().description()).startsWith("plain loops: ");
        assertThat(new ScalarKernel("no AVX2").description()).isEqualTo("plain loops: no AVX2");
        assertThat(Kernels.fastest().description()).isNotBlank();
    }

    @Test
    void theInstructionsAreNamedAsPeopleKnowThem() {
        assertThat(Kernels.instructions(256, "amd64")).isEqualTo("AVX2");
        assertThat(Kernels.instructions(512, "x86_64")).isEqualTo("AVX-512");
        assertThat(Kernels.instructions(128, "aarch64")).isEqualTo("NEON");
    }
}
