package io.marquee.train;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.marquee.model.Range;

/** What can be asked of a training engine; each command can be written as one line of JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TrainingCommand.Start.class, name = "start"),
    @JsonSubTypes.Type(value = TrainingCommand.FindRate.class, name = "find-rate"),
    @JsonSubTypes.Type(value = TrainingCommand.Pause.class, name = "pause"),
    @JsonSubTypes.Type(value = TrainingCommand.Resume.class, name = "resume"),
    @JsonSubTypes.Type(value = TrainingCommand.Stop.class, name = "stop"),
    @JsonSubTypes.Type(value = TrainingCommand.SetLearningRate.class, name = "set-learning-rate"),
    @JsonSubTypes.Type(value = TrainingCommand.AddEpochs.class, name = "add-epochs"),
    @JsonSubTypes.Type(value = TrainingCommand.EvaluateNow.class, name = "evaluate-now")
})
public sealed interface TrainingCommand {

    /** Begin a run. */
    record Start(TrainingRequest request) implements TrainingCommand {}

    /** Look for a learning rate for a run, in its place. */
    record FindRate(TrainingRequest request) implements TrainingCommand {}

    /** Hold before the next batch. */
    record Pause() implements TrainingCommand {}

    /** Go on after a pause. */
    record Resume() implements TrainingCommand {}

    /** End the run; the model of the last finished epoch stays usable. */
    record Stop() implements TrainingCommand {}

    /**
     * Train with another learning rate from the next batch on. It holds for the rest of the run, in place of the schedule.
     *
     * @param learningRate above 0, at most 10
     */
    record SetLearningRate(double learningRate) implements TrainingCommand {
        /** @throws io.marquee.model.InvalidHyperparameterException if the rate is out of range */
        public SetLearningRate {
            Range.LEARNING_RATE.check(learningRate);
        }
    }

    /**
     * Train some epochs more than planned. A schedule over the whole run stretches from the next batch on.
     *
     * @param epochs how many, at least 1
     */
    record AddEpochs(int epochs) implements TrainingCommand {
        /** @throws io.marquee.model.InvalidHyperparameterException if the number is out of range */
        public AddEpochs {
            Range.EPOCHS.check(epochs);
        }
    }

    /** Measure the error before the next batch: on the validation part, or on the test part where there is none. */
    record EvaluateNow() implements TrainingCommand {}
}
