package io.marquee.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Jars that have the names of what is in those of ND4J's CUDA backend. */
final class FakeCuda {

    static final String BACKEND = "org/nd4j/linalg/jcublas/JCublasBackend.class";

    private FakeCuda() {}

    /** A jar with all that it takes. */
    static Path in(Path folder) throws IOException {
        String system = System.getProperty("os.name").startsWith("Windows") ? "windows" : "linux";
        return jar(folder.resolve("nd4j-cuda-11.6-1.0.0-M2.1.jar"),
                List.of(BACKEND, "org/nd4j/linalg/jcublas/bindings/" + system + "-x86_64/libnd4jcuda.so"));
    }

    static Path jar(Path file, List<String> entries) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.closeEntry();
            }
        }
        return file;
    }
}
