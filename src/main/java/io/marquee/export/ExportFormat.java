package io.marquee.export;

/** What a model can be exported as. */
public enum ExportFormat {
    CSV("Lists for all users", "csv",
            "A CSV file with the best movies of every user. It can be stopped and continued."),
    TSV("Embeddings", "",
            "A folder with vectors.tsv and metadata.tsv, as the Embedding Projector and other tools read them."),
    DL4J("Network for DeepLearning4j", "zip", "A zip that DL4J's ModelSerializer restores, with the ids in text files."),
    ONNX("Network as ONNX", "onnx",
            "A file that ONNX Runtime and other programs predict stars with, with the ids in text files.");

    private final String displayName;
    private final String extension;
    private final String help;

    ExportFormat(String displayName, String extension, String help) {
        this.displayName = displayName;
        this.extension = extension;
        this.help = help;
    }

    public String displayName() {
        return displayName;
    }

    /** Usual ending of the file's name, without the dot; empty for a folder. */
    public String extension() {
        return extension;
    }

    /** What it is, in a sentence. */
    public String help() {
        return help;
    }
}
