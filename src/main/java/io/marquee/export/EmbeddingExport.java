package io.marquee.export;

import io.marquee.data.Item;
import io.marquee.data.RatedItems;
import io.marquee.model.EmbeddingTable;
import io.marquee.model.TrainedModel;
import io.marquee.model.WarmRows;
import io.marquee.data.WholeFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Writes embeddings as other projectors read them (TensorFlow's Embedding Projector among them): {@code vectors.tsv}, one
 * vector a line, values separated by tabs, no header; {@code metadata.tsv}, a header and then one line for each vector in the
 * same order. Movies and users the network has not learnt are left out: their vectors are noise.
 */
public final class EmbeddingExport {

    private static final String VECTORS = "vectors.tsv";
    private static final String METADATA = "metadata.tsv";

    private EmbeddingExport() {}

    /** Writes one line of metadata. */
    @FunctionalInterface
    private interface Line {
        String of(int row);
    }

    /**
     * Writes the movies' embeddings; their metadata are id, title, year, genres, number and mean of ratings.
     *
     * @param folder where to; made if it is not there
     * @return the files written
     * @throws IOException if they cannot be written
     */
    public static List<Path> items(TrainedModel model, Path folder) throws IOException {
        List<Item> items = model.catalogue().itemsOf(model.items());
        int[] counts = model.history().totals(items.size()).ratingsPerItem();
        double[] means = means(model.history(), counts);
        int[] learnt = rows(WarmRows.of(model.history(), items.size()).items());
        return write(model.weights().items(), learnt, folder, "movieId\ttitle\tyear\tgenres\tratings\tmeanRating", row -> {
            Item item = items.get(row);
            return String.join("\t", plain(item.id()), plain(item.title()),
                    item.year().isPresent() ? Integer.toString(item.year().getAsInt()) : "",
                    plain(String.join("|", item.genres())), Integer.toString(counts[row]),
                    String.format(Locale.ROOT, "%.3f", means[row]));
        });
    }

    /**
     * Writes the users' embeddings; their metadata are id, number and mean of ratings.
     *
     * @param folder where to; made if it is not there
     * @return the files written
     * @throws IOException if they cannot be written
     */
    public static List<Path> users(TrainedModel model, Path folder) throws IOException {
        RatedItems history = model.history();
        int[] learnt = rows(WarmRows.of(history, model.items().size()).users());
        return write(model.weights().users(), learnt, folder, "userId\tratings\tmeanRating", row -> {
            double sum = IntStream.range(0, history.count(row)).mapToDouble(k -> history.rating(row, k)).sum();
            return String.join("\t", plain(model.users().id(row)), Integer.toString(history.count(row)),
                    String.format(Locale.ROOT, "%.3f", sum / history.count(row)));
        });
    }

    private static double[] means(RatedItems history, int[] counts) {
        double[] means = new double[counts.length];
        for (int user = 0; user < history.users(); user++) {
            for (int k = 0; k < history.count(user); k++) {
                means[history.item(user, k)] += history.rating(user, k) / counts[history.item(user, k)];
            }
        }
        return means;
    }

    private static int[] rows(boolean[] learnt) {
        return IntStream.range(0, learnt.length).filter(row -> learnt[row]).toArray();
    }

    private static List<Path> write(EmbeddingTable table, int[] rows, Path folder, String header, Line metadata)
            throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IOException("Two files are to be written to " + folder + ", but that is a file; name a folder.");
        }
        Files.createDirectories(folder);
        List<String> lines = new ArrayList<>(rows.length + 1);
        lines.add(header);
        for (int row : rows) {
            lines.add(metadata.of(row));
        }
        Path vectors = folder.resolve(VECTORS);
        WholeFile.write(vectors, out -> {
            BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            for (int row : rows) {
                for (int k = 0; k < table.size(); k++) {
                    writer.write((k == 0 ? "" : "\t") + table.values()[row * table.size() + k]);
                }
                writer.write('\n');
            }
            writer.flush();
        });
        Path names = folder.resolve(METADATA);
        WholeFile.write(names, out -> out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
        return List.of(vectors, names);
    }

    /** The format has no quotes: a tab or line break inside a value would begin a new one. */
    private static String plain(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ");
    }
}
