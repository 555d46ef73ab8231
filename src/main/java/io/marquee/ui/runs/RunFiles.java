package io.marquee.ui.runs;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person where to write a file. */
public interface RunFiles {

    /**
     * @param title what is written
     * @param name suggested name, without ending
     * @param endings endings to choose from, such as "csv", the usual one first
     * @return the file, with one of the endings; empty where the person thought better of it
     */
    Optional<Path> fileToWrite(String title, String name, String... endings);
}
