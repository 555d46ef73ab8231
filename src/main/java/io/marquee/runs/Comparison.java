package io.marquee.runs;

import com.fasterxml.jackson.databind.JsonNode;
import io.marquee.model.OptimizerKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Sets runs beside each other: in which settings they differ, and whether their errors may be compared at all. */
public final class Comparison {

    private Comparison() {}

    /** The settings that are not the same in all runs: dataset, split, device, then hyperparameters as they are declared. */
    public static List<SettingDifference> differences(List<RunDetails> runs) {
        List<Map<String, String>> settings = runs.stream().map(Comparison::settings).toList();
        Set<String> names = new LinkedHashSet<>();
        settings.forEach(map -> names.addAll(map.keySet()));
        List<SettingDifference> differences = new ArrayList<>();
        for (String name : names) {
            List<String> values = settings.stream().map(map -> map.getOrDefault(name, "")).toList();
            if (values.stream().distinct().count() > 1) {
                differences.add(new SettingDifference(name, values));
            }
        }
        return differences;
    }

    /** All settings of a run by name, in words. */
    public static Map<String, String> settings(RunDetails run) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("Dataset", run.summary().dataset());
        String fingerprint = run.summary().protocol().fingerprint();
        if (!fingerprint.isEmpty()) {
            settings.put("Fingerprint", fingerprint);
            settings.put("Split", run.summary().protocol().split());
        }
        settings.put("Device", run.summary().device());
        run.started().ifPresent(started -> settings.put("Engine", started.protocol().engine()));
        flatten("", run.hyperparameters(), settings);
        if (!run.steering().isEmpty()) {
            settings.put("Changed by hand", String.join("; ", run.steering()));
        }
        settings.put("Marquee", run.machine().marquee());
        return settings;
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> settings) {
        node.properties().forEach(field -> {
            String name = prefix.isEmpty() ? words(field.getKey()) : prefix + " " + words(field.getKey()).toLowerCase(Locale.ROOT);
            if (field.getValue().isObject()) {
                flatten(name, field.getValue(), settings);
            } else if (field.getKey().equals("optimizer")) {
                settings.put("Optimiser", optimizer(field.getValue()));
            } else if (!field.getValue().isNull()) {
                settings.put(name, value(field.getValue()));
            }
        });
    }

    /** Its name for people; as it is written where another version of Marquee knows more of them. */
    private static String optimizer(JsonNode value) {
        return Arrays.stream(OptimizerKind.values()).filter(kind -> kind.name().equals(value.asText())).findFirst()
                .map(OptimizerKind::displayName).orElseGet(() -> value(value));
    }

    /** "learningRate" becomes "Learning rate". */
    private static String words(String name) {
        if (name.equals("l2")) {
            return "L2";
        }
        String spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    private static String value(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(value(part)));
            return String.join(", ", parts);
        }
        if (value.isFloatingPointNumber()) {
            return SettingsWords.number(value.asDouble());
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? "yes" : "no";
        }
        return value.isTextual() && value.asText().matches("[A-Z][A-Z_0-9]*")
                ? value.asText().toLowerCase(Locale.ROOT).replace('_', ' ')
                : value.asText();
    }

    /**
     * What keeps the errors of runs from being compared, such as "dataset, split"; empty where nothing does. Runs that have
     * not begun have no protocol yet and are left out.
     */
    public static String obstacles(List<RunSummary> runs) {
        List<ProtocolKey> begun = runs.stream().map(RunSummary::protocol).filter(key -> !key.fingerprint().isEmpty()).toList();
        Set<String> all = new TreeSet<>();
        for (ProtocolKey key : begun) {
            all.addAll(begun.get(0).differences(key));
        }
        return String.join(", ", all);
    }
}
