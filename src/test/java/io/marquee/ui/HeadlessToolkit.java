package io.marquee.ui;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.text.Text;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Runs tests of the window only where JavaFX can start. On a bare system its native parts miss libraries (fonts need
 * freetype and pango): such tests are then skipped with a message that names the library.
 */
public final class HeadlessToolkit implements ExecutionCondition {

    private static final Pattern LIBRARY = Pattern.compile("lib[\\w+-]+(?:[.-][\\w]+)*\\.so(?:\\.\\d+)*");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Probe.PROBLEM
                .map(problem -> ConditionEvaluationResult.disabled("JavaFX cannot start here: " + problem))
                .orElseGet(() -> ConditionEvaluationResult.enabled("JavaFX has started"));
    }

    /** Starts the toolkit once for all tests; a class is the simplest thing that happens once. */
    private static final class Probe {
        private static final Optional<String> PROBLEM = start();
    }

    // Outside of Probe: the JavaFX thread would wait for a class that is still being initialised.
    private static Optional<String> start() {
        try {
            FxToolkit.registerPrimaryStage();
            // Fonts are loaded late, and are what most often fails.
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS,
                    WaitForAsyncUtils.asyncFx(() -> new Text("Marquee").getLayoutBounds().getWidth() > 0));
            return Optional.empty();
        } catch (TimeoutException | RuntimeException | LinkageError e) {
            return Optional.of(missingLibrary(e));
        }
    }

    private static String missingLibrary(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Matcher matcher = LIBRARY.matcher(String.valueOf(cause.getMessage()));
            if (matcher.find() && String.valueOf(cause.getMessage()).contains("cannot open shared object")) {
                String message = cause.getMessage();
                String missing = message.substring(message.lastIndexOf(": lib") < 0 ? 0 : message.lastIndexOf(": lib") + 2);
                return "the system library " + missing.replaceAll(":.*", "") + " is missing";
            }
        }
        return failure.toString();
    }
}
