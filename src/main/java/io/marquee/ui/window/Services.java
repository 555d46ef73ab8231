package io.marquee.ui.window;

import io.marquee.catalogue.Downloads;
import io.marquee.data.Datasets;
import io.marquee.device.Devices;
import io.marquee.train.TrainingService;
import io.marquee.ui.ask.RecommenderFactory;

/**
 * What the window stands on.
 *
 * @param datasets opens datasets
 * @param training trains
 * @param devices finds devices
 * @param recommenders makes a model answer
 * @param models reads and writes model files
 * @param downloads brings datasets of the catalogue here
 */
public record Services(
        Datasets datasets,
        TrainingService training,
        Devices devices,
        RecommenderFactory recommenders,
        ModelStore models,
        Downloads downloads) {}
