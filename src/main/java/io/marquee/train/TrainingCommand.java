package io.marquee.train;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What can be asked of a training engine; each command can be written as one line of JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TrainingCommand.Start.class, name = "start"),
    @JsonSubTypes.Type(value = TrainingCommand.Pause.class, name = "pause"),
    @JsonSubTypes.Type(value = TrainingCommand.Resume.class, name = "resume"),
    @JsonSubTypes.Type(value = TrainingCommand.Stop.class, name = "stop")
})
public sealed interface TrainingCommand {

    /** Begin a run. */
    record Start(TrainingRequest request) implements TrainingCommand {}

    /** Hold before the next batch. */
    record Pause() implements TrainingCommand {}

    /** Go on after a pause. */
    record Resume() implements TrainingCommand {}

    /** End the run; the model of the last finished epoch stays usable. */
    record Stop() implements TrainingCommand {}
}
