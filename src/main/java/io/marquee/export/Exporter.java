package io.marquee.export;

import io.marquee.data.Progress;
import io.marquee.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Exports a model in any format and says what came of it. */
public final class Exporter {

    private Exporter() {}

    /**
     * What came of an export.
     *
     * @param complete whether all is written; otherwise it was stopped and can be continued
     * @param sentence what there is now, for people
     */
    public record Result(boolean complete, String sentence) {}

    /**
     * Exports. Long for lists of all users: call it from a background thread.
     *
     * @throws IOException with a sentence if something cannot be written
     */
    public static Result export(TrainedModel model, ExportRequest request, Progress progress) throws IOException {
        Path target = request.target();
        return switch (request.format()) {
            case CSV -> inWords(new TopListExport(model, request.lists()).write(target, progress));
            case TSV -> written(request.usersEmbeddings()
                    ? EmbeddingExport.users(model, target)
                    : EmbeddingExport.items(model, target));
            case DL4J -> written(NetworkExport.dl4j(model, target));
            case ONNX -> written(NetworkExport.onnx(model, target));
        };
    }

    private static Result written(List<Path> files) {
        String others = files.stream().skip(1).map(file -> file.getFileName().toString()).reduce((a, b) -> a + " and " + b)
                .map(names -> ", with " + names + " beside it").orElse("");
        return new Result(true, "Wrote " + files.get(0) + others + ".");
    }

    private static Result inWords(TopListExport.Outcome outcome) {
        if (!outcome.complete()) {
            return new Result(false, String.format(Locale.ROOT, "Stopped after %,d of %,d users. Exporting the same to %s "
                    + "again goes on from there.", outcome.users(), outcome.total(), outcome.file()));
        }
        String continued = outcome.usersBefore() == 0 ? ""
                : String.format(Locale.ROOT, ", the first %,d of them earlier", outcome.usersBefore());
        return new Result(true, String.format(Locale.ROOT, "Wrote the lists of %,d users to %s in %.1f seconds%s.",
                outcome.total(), outcome.file(), outcome.seconds(), continued));
    }
}
