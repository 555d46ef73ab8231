package io.marquee.runs;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.marquee.data.SpreadsheetCell;
import io.marquee.model.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes every point of runs. As CSV: one line a point, with columns run, name, series ({@code batch_loss},
 * {@code train_mse}, {@code validation_mse},
 * {@code test_mse}), epoch, batch, seconds, value; errors in squared stars, batches counted from 1 over the
 * run, seconds of training without pauses. As JSON: one object a run with settings, protocol, machine, epochs with all
 * their numbers, and the batch losses as one array with the times known along it.
 */
public final class RunExport {

    private final RunHistory history;

    public RunExport(RunHistory history) {
        this.history = history;
    }

    /** Writes runs as CSV. */
    public void csv(List<RunDetails> runs, Writer out) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n')
                .setHeader("run", "name", "series", "epoch", "batch", "seconds", "value").get();
        CSVPrinter printer = new CSVPrinter(out, format);
        for (RunDetails run : runs) {
            RunSummary summary = run.summary();
            LossCurve curve = history.losses(summary.id());
            int perEpoch = Math.max(1, run.batchesPerEpoch());
            for (int batch = 1; batch <= curve.batches(); batch++) {
                float loss = curve.losses()[batch - 1];
                if (!Float.isNaN(loss)) {
                    printer.printRecord(summary.id(), SpreadsheetCell.of(summary.name()), "batch_loss", (batch - 1) / perEpoch + 1, batch,
                            seconds(curve.secondsAt(batch)), loss);
                }
            }
            for (RecordedEpoch epoch : run.epochs()) {
                print(printer, summary, epoch, "train_mse", epoch.result().trainMse());
                print(printer, summary, epoch, "validation_mse", epoch.result().validationMse());
                print(printer, summary, epoch, "test_mse", epoch.result().testMse());
            }
        }
        printer.flush();
    }

    private static void print(CSVPrinter printer, RunSummary run, RecordedEpoch epoch, String series, double value)
            throws IOException {
        if (!Double.isNaN(value)) {
            printer.printRecord(run.id(), SpreadsheetCell.of(run.name()), series, epoch.result().epoch(), epoch.batches(),
                    seconds(epoch.seconds()), value);
        }
    }

    private static double seconds(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }

    /** Writes runs as a JSON array. */
    public void json(List<RunDetails> runs, Writer out) throws IOException {
        JsonMapper mapper = Json.mapperForOthers();
        JsonGenerator json = mapper.getFactory().createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).useDefaultPrettyPrinter();
        json.writeStartArray();
        for (RunDetails run : runs) {
            json.writeStartObject();
            json.writePOJOField("run", RunFacts.of(run));
            json.writePOJOField("epochs", run.epochs());
            json.writePOJOField("measures", run.measures());
            LossCurve curve = history.losses(run.summary().id());
            writeLosses(json, curve);
            json.writeFieldName("timeMarks");
            json.writeStartObject();
            json.writeFieldName("batches");
            json.writeArray(curve.marks(), 0, curve.marks().length);
            json.writeFieldName("seconds");
            json.writeArray(curve.seconds(), 0, curve.seconds().length);
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.flush();
        out.write('\n');
        out.flush();
    }

    private static void writeLosses(JsonGenerator json, LossCurve curve) throws IOException {
        json.writeFieldName("batchLosses");
        json.writeStartArray(curve.losses(), curve.batches());
        for (float loss : curve.losses()) {
            if (Float.isNaN(loss)) {
                json.writeNull();
            } else {
                json.writeNumber(loss);
            }
        }
        json.writeEndArray();
    }
}
