package io.marquee.runs;

import java.util.List;

/**
 * A setting in which runs differ.
 *
 * @param name what it is called
 * @param values its value in each run, in the order of the runs; empty where a run has none
 */
public record SettingDifference(String name, List<String> values) {

    public SettingDifference {
        values = List.copyOf(values);
    }
}
