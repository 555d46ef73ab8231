package io.marquee.ui.window;

import io.marquee.catalogue.Downloads;
import io.marquee.data.Datasets;
import io.marquee.data.open.MappingMemory;
import io.marquee.device.Devices;
import io.marquee.runs.RunHistory;
import io.marquee.train.TrainingService;
import io.marquee.ui.ask.RecommenderFactory;
import java.util.Queue;

/**
 * What the window stands on.
 *
 * @param datasets opens datasets
 * @param training trains
 * @param devices finds devices
 * @param recommenders makes a model answer
 * @param models reads and writes model files
 * @param history the runs of this person
 * @param told what there is to say of the history and of damaged settings, as it comes up, from any thread
 * @param downloads brings datasets of the catalogue here
 * @param mappings remembers which columns of which file hold what
 */
public record Services(
        Datasets datasets,
        TrainingService training,
        Devices devices,
        RecommenderFactory recommenders,
        ModelStore models,
        RunHistory history,
        Queue<String> told,
        Downloads downloads,
        MappingMemory mappings) {}
