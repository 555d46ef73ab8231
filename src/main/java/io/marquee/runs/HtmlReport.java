package io.marquee.runs;

import io.marquee.chart.MinMaxPyramid;
import io.marquee.chart.Plot;
import io.marquee.chart.PlotColours;
import io.marquee.chart.PlotLine;
import io.marquee.chart.PlotPainter;
import io.marquee.chart.PlotView;
import io.marquee.chart.Positions;
import io.marquee.chart.SvgSurface;
import io.marquee.evaluate.baseline.BaselineResult;
import io.marquee.model.Protocol;
import io.marquee.train.EpochResult;
import io.marquee.train.PhaseSeconds;
import io.marquee.train.TimeVerdict;
import io.marquee.train.TrainingEvent.RunStarted;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run as one HTML page that stands on its own: curves, settings, protocol, metrics, where the time went, machine. */
public final class HtmlReport {

    private static final double WIDTH = 880;
    private static final double HEIGHT = 300;
    private static final int SMOOTHED_PARTS_PER_EPOCH = 20;

    private static final String STYLE = """
            body { font: 15px/1.5 system-ui, sans-serif; color: #24292f; background: #fff; max-width: 900px; \
            margin: 2rem auto; padding: 0 1rem; }
            h1 { margin-bottom: 0; } h2 { margin-top: 2rem; font-size: 1.15rem; border-bottom: 1px solid #d0d7de; }
            p.lead { color: #57606a; margin-top: .2rem; } svg { max-width: 100%; height: auto; }
            table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
            th { text-align: left; font-weight: 600; color: #57606a; }
            th, td { padding: .25rem .6rem .25rem 0; border-bottom: 1px solid #eaeef2; vertical-align: top; }
            td.n, th.n { text-align: right; } td:first-child { white-space: nowrap; }
            .phases { display: flex; height: 18px; border-radius: 4px; overflow: hidden; margin: .6rem 0; }
            .key span { display: inline-block; width: 10px; height: 10px; border-radius: 3px; margin: 0 .3rem 0 .9rem; }
            .failure { background: #ffebe9; padding: .6rem .8rem; border-radius: 6px; } pre { white-space: pre-wrap; }
            """;

    private final RunDetails run;
    private final RunSummary summary;
    private final LossCurve losses;
    private final HtmlPage page = new HtmlPage();

    private HtmlReport(RunDetails run, LossCurve losses) {
        this.run = run;
        this.summary = run.summary();
        this.losses = losses;
    }

    /** The page of a run. */
    public static String of(RunDetails run, LossCurve losses) {
        return new HtmlReport(run, losses).write();
    }

    private String write() {
        page.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        page.text(summary.name() + " · " + summary.dataset()).markup(" · Marquee</title>\n<style>\n");
        page.markup(STYLE).markup("</style>\n</head>\n<body>\n");
        page.markup("<h1>").text(summary.name()).markup("</h1>\n<p class=\"lead\">");
        page.text(String.format(Locale.ROOT, "%s · %s · started %s UTC · %s", summary.dataset(),
                summary.state().words().toLowerCase(Locale.ROOT), DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                        .format(summary.created().atOffset(ZoneOffset.UTC)), summary.settings()));
        page.markup("</p>\n");
        if (!summary.failure().isEmpty()) {
            page.markup("<p class=\"failure\">").text(summary.failure()).markup("</p>\n");
        }
        if (!summary.notes().isBlank()) {
            page.markup("<pre>").text(summary.notes()).markup("</pre>\n");
        }
        metrics();
        curves();
        protocol();
        new HtmlMeasures(page).write(run.measures(), summary.lastTestMse());
        epochs();
        phases();
        page.section("Settings", Comparison.settings(run));
        page.section("Machine", Map.of("Machine", run.machine().words()));
        page.markup("</body>\n</html>\n");
        return page.toString();
    }

    private void metrics() {
        Map<String, String> rows = new LinkedHashMap<>();
        if (summary.epochsFinished() > 0) {
            if (!Double.isNaN(summary.lastTestMse())) {
                rows.put(run.validated() ? "Test MSE, measured once, at the end" : "Test MSE, last epoch",
                        error(summary.lastTestMse()) + " (RMSE " + error(Math.sqrt(summary.lastTestMse())) + " stars)");
            }
            if (run.validated()) {
                run.lowestValidation().ifPresent(best ->
                        rows.put("Validation MSE, lowest", error(best.validationMse()) + " in epoch " + best.epoch()));
            } else {
                rows.put("Test MSE, lowest", error(summary.bestTestMse()) + " in epoch " + summary.bestEpoch()
                        + ", chosen on the test part");
            }
            rows.put("Train MSE, last epoch", error(summary.lastTrainMse()));
        }
        run.started().ifPresent(started -> started.noiseFloor().ifPresent(
                floor -> rows.put("Lowest reachable test MSE", error(floor) + ", the variance of the data's own noise")));
        rows.put("Epochs", summary.epochsFinished() + " of " + summary.epochsPlanned());
        rows.put("Training time", String.format(Locale.ROOT, "%,.1f s without pauses", summary.seconds()));
        page.section("Result", rows);
    }

    private void curves() {
        RunCurves curves = RunCurves.of(run, losses,
                Math.max(8, Math.min(1000, run.batchesPerEpoch() / SMOOTHED_PARTS_PER_EPOCH)));
        page.heading("Curves");
        if (run.epochs().isEmpty() && losses.batches() == 0) {
            page.paragraph("No batch was recorded.");
        }
        if (!run.epochs().isEmpty()) {
            figure("epochs", run.validated()
                    ? "Train and validation error of each epoch (MSE, squared stars)"
                    : "Train and test error of each epoch (MSE, squared stars)", CurveMeasure.ALL, curves);
        }
        if (losses.batches() > 0) {
            figure("batches", String.format(Locale.ROOT, "Loss of each of %,d batches (MSE, squared stars), faint, and "
                    + "smoothed over about %,d batches", losses.batches(), curves.smoothedOver()), CurveMeasure.BATCH_LOSS, curves);
        }
    }

    private void figure(String id, String caption, CurveMeasure measure, RunCurves curves) {
        List<PlotLine> lines = new ArrayList<>(
                curves.lines(measure, CurveAxis.EPOCH, PlotColours.LIGHT.line(summary.colour())));
        if (measure == CurveMeasure.ALL) {
            lines.addAll(0, levels());
        }
        Plot plot = new Plot(lines, CurveAxis.EPOCH.words(), false, measure.words());
        SvgSurface surface = new SvgSurface(id, WIDTH, HEIGHT);
        new PlotPainter(surface, PlotColours.LIGHT).paint(WIDTH, HEIGHT, plot, PlotView.whole(plot, false), -1);
        page.markup("<figure style=\"margin:0\">\n").markup(surface.document(caption, PlotColours.LIGHT.card()));
        page.markup("<figcaption>").text(caption).markup("</figcaption>\n</figure>\n");
    }

    /** What the baselines reach, as lines over all epochs. */
    private List<PlotLine> levels() {
        List<PlotLine> levels = new ArrayList<>();
        int last = run.epochs().get(run.epochs().size() - 1).result().epoch();
        for (BaselineResult baseline : run.measures().baselines()) {
            float level = (float) baseline.testMse();
            levels.add(new PlotLine(baseline.name(), PlotColours.LIGHT.muted(), PlotLine.Style.DASHED, -1,
                    Positions.steps(1, Math.max(1, last - 1)), new MinMaxPyramid(new float[] {level, level})));
        }
        return levels;
    }

    private void protocol() {
        run.started().map(RunStarted::protocol).ifPresent(protocol -> page.section("Protocol", rows(protocol)));
    }

    private static Map<String, String> rows(Protocol protocol) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Dataset", protocol.dataset() + ", fingerprint " + protocol.datasetFingerprint());
        String validation = protocol.validationRatings() == 0 ? ""
                : String.format(Locale.ROOT, "%,d validation, ", protocol.validationRatings());
        rows.put("Split", String.format(Locale.ROOT, "%s: %,d train, %s%,d test", protocol.split(),
                protocol.trainRatings(), validation, protocol.testRatings()));
        rows.put("Without a train rating", String.format(Locale.ROOT, "%,d users, %,d items of the test part",
                protocol.coldUsers(), protocol.coldItems()));
        rows.put("Test MSE", "mean over all test ratings in inference mode, predictions "
                + (protocol.clipped() ? "clipped to the rating scale" : "not clipped") + ", " + protocol.testRule());
        rows.put("Train MSE", protocol.trainMseRule());
        rows.put("Model", protocol.epochInWords());
        rows.put("Engine", protocol.engine() + " on " + protocol.device());
        return rows;
    }

    private void epochs() {
        if (run.epochs().isEmpty()) {
            return;
        }
        page.heading("Epochs");
        List<List<String>> rows = new ArrayList<>();
        for (RecordedEpoch epoch : run.epochs()) {
            EpochResult result = epoch.result();
            rows.add(List.of(Integer.toString(result.epoch()), error(result.trainMse()),
                    error(result.validationMse()), error(result.testMse()), error(result.testRmse()), String.format(Locale.ROOT, "%.2f", result.seconds()),
                    String.format(Locale.ROOT, "%,.0f", result.ratingsPerSecond())));
        }
        page.table(List.of("Epoch", "Train MSE", "Validation MSE", "Test MSE", "Test RMSE", "Seconds", "Ratings/s"), rows);
    }

    private void phases() {
        if (run.epochs().isEmpty()) {
            return;
        }
        page.heading("Where the time went");
        List<PhaseSeconds> all = run.epochs().stream().map(epoch -> epoch.result().phases()).toList();
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("waiting for batches", all.stream().mapToDouble(PhaseSeconds::waiting).sum());
        parts.put("forward", all.stream().mapToDouble(PhaseSeconds::forward).sum());
        parts.put("backward", all.stream().mapToDouble(PhaseSeconds::backward).sum());
        parts.put("update", all.stream().mapToDouble(PhaseSeconds::update).sum());
        parts.put("evaluation", all.stream().mapToDouble(PhaseSeconds::evaluation).sum());
        String[] colours = {"#d4762c", "#218bff", "#0550ae", "#8250df", "#8c959f"};
        StringBuilder key = new StringBuilder();
        page.markup("<div class=\"phases\">");
        int i = 0;
        for (Map.Entry<String, Double> part : parts.entrySet()) {
            page.markup(String.format(Locale.ROOT, "<div style=\"flex:%.4f;background:%s\"></div>", part.getValue(), colours[i]));
            key.append(String.format(Locale.ROOT, "<span style=\"background:%s\"></span>%s %.2f s", colours[i], part.getKey(),
                    part.getValue()));
            i++;
        }
        page.markup("</div>\n<p class=\"key\">").markup(key.toString()).markup("</p>\n");
        page.paragraph(TimeVerdict.of(all).sentence() + ".");
    }

    private static String error(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4f", value);
    }
}
