package io.marquee.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.marquee.evaluate.CalibrationBin;
import io.marquee.evaluate.ErrorGroup;
import io.marquee.evaluate.ErrorMetrics;
import io.marquee.evaluate.ErrorReport;
import io.marquee.evaluate.baseline.BaselineKind;
import io.marquee.evaluate.baseline.BaselineResult;
import io.marquee.evaluate.ranking.RankingMetrics;
import io.marquee.evaluate.ranking.RankingReport;
import io.marquee.model.Json;
import io.marquee.train.TrainingEvent;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunExportTest {

    @TempDir
    Path folder;

    private RunHistory history;
    private RunDetails run;

    @BeforeEach
    void record() throws IOException {
        history = new RunHistory(folder, System.err::println);
        long id = RunScript.record(history, 2);
        history.rename(id, "Wide, \"first\" <try>");
        run = history.details(id).orElseThrow();
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void csvHasEveryPoint() throws IOException {
        StringWriter out = new StringWriter();

        new RunExport(history).csv(List.of(run), out);

        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(0)).isEqualTo("run,name,series,epoch,batch,seconds,value");
        assertThat(lines).hasSize(1 + 80 + 4);
        assertThat(lines.get(41)).startsWith("1,\"Wide, \"\"first\"\" <try>\",batch_loss,2,41,")
                .endsWith("," + RunScript.loss(41));
        assertThat(lines.get(84)).contains(",test_mse,2,80,").endsWith(",0.7");
    }

    @Test
    void jsonHasEveryPointAndTheProtocol() throws IOException {
        StringWriter out = new StringWriter();

        new RunExport(history).json(List.of(run), out);

        JsonNode root = Json.mapper().readTree(out.toString()).path(0);
        assertThat(root.path("batchLosses")).hasSize(80);
        assertThat((float) root.path("batchLosses").path(40).asDouble()).isEqualTo(RunScript.loss(41));
        assertThat(root.path("epochs").path(1).path("result").path("testMse").asDouble()).isEqualTo(0.7);
        assertThat(root.path("run").path("protocol").path("split").asText()).isEqualTo("random 80/20, seed 42");
        assertThat(root.path("run").path("hyperparameters").path("learningRate").asDouble()).isEqualTo(0.002);
        assertThat(root.path("timeMarks").path("batches").path(root.path("timeMarks").path("batches").size() - 1).asInt())
                .isEqualTo(80);
    }

    @Test
    void theReportIsOnePageWithCurvesSettingsProtocolMetricsPhasesAndMachine() throws IOException {
        String page = HtmlReport.of(run, history.losses(run.summary().id()));

        assertThat(page).startsWith("<!DOCTYPE html>")
                .contains("Wide, &quot;first&quot; &lt;try&gt;").doesNotContain("<try>")
                .contains("<svg", "Loss of each of 80 batches", "Train and test error")
                .contains("Learning rate", "0.002")
                .contains("random 80/20, seed 42: 80 train, 20 test", "clipped to the rating scale")
                .contains("0.7000 in epoch 2", "Lowest reachable test MSE")
                .contains("Where the time went", "arithmetic")
                .contains(Machine.here().java());
        assertThat(page).doesNotContain("https://", "<script", "NaN")
                .satisfies(text -> assertThat(text.replace("http://www.w3.org/2000/svg", "")).doesNotContain("//"));
    }

    @Test
    void whatWasMeasuredAfterTheRunIsKeptReportedAndExported() throws IOException {
        ErrorReport errors = new ErrorReport(new ErrorMetrics(20, 0.7, 0.8367, 0.6543, 0, 0),
                List.of(new ErrorGroup("4.5", 7, 0.5, 0.7071, 0.55, -0.25)), List.of(), List.of(), List.of(),
                List.of(new CalibrationBin(3, 3.5, 9, 3.25, 3.4)));
        RankingReport ranking = new RankingReport("All users, all movies.", 10, 10, 20, 4, 1,
                List.of(new RankingMetrics("network", 0.1234, 0.01, 0.2, 0.3, 0.4, 0.5, 6)));
        BaselineResult baseline = new BaselineResult(BaselineKind.GLOBAL_MEAN, "Global mean", "the mean", 1.1, 1.0488, 0.9, 0.1);
        history.keepMeasures(1, new RunMeasures(Optional.of(errors), Optional.of(ranking), List.of(baseline)));

        RunDetails measured = history.details(1).orElseThrow();
        StringWriter out = new StringWriter();
        new RunExport(history).json(List.of(measured), out);

        assertThat(measured.measures().errors()).contains(errors);
        assertThat(HtmlReport.of(measured, history.losses(1)))
                .contains("MAE 0.6543", "NDCG@10", "0.1234", "Global mean: the mean", "1.1000", "-0.2500", "All users, all movies.");
        assertThat(Json.mapper().readTree(out.toString()).path(0).path("measures").path("errors").path("overall").path("mae")
                .asDouble()).isEqualTo(0.6543);
        assertThat(run.measures().isEmpty()).isTrue();
    }

    @Test
    void aRunThatNeverBeganHasAReportToo() throws IOException {
        long id = RunScript.record(history, RunScript.request(), 0,
                new TrainingEvent.RunFailed("Nothing to train on.", 0));

        String page = HtmlReport.of(history.details(id).orElseThrow(), history.losses(id));

        assertThat(page).contains("Nothing to train on.", "No batch was recorded.").doesNotContain("NaN");
    }
}
