package io.marquee.isolate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.marquee.device.Backend;
import io.marquee.device.BackendDevice;
import io.marquee.model.Centring;
import io.marquee.model.Hyperparameters;
import io.marquee.model.Protocol;
import io.marquee.model.TrainingResult;
import io.marquee.train.LearningRateCurve;
import io.marquee.train.TrainingEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What a training process tells, each message as one line of JSON. It takes {@link io.marquee.train.TrainingCommand}s the same
 * way, of which the first is the start of its one run, or of its one search for a learning rate.
 *
 * <p>Order: {@link Hello}, then {@link Ready}; after the start of the run its {@link Happened}s and {@link Model}s, or after
 * that of the search {@link Working}, again and again, and {@link RateFound}. In place of any of them {@link Refused}, which is the last. {@link Alive} comes every second, however long the rest takes.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "message")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ChildMessage.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = ChildMessage.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = ChildMessage.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = ChildMessage.Alive.class, name = "alive"),
    @JsonSubTypes.Type(value = ChildMessage.Model.class, name = "model"),
    @JsonSubTypes.Type(value = ChildMessage.Working.class, name = "working"),
    @JsonSubTypes.Type(value = ChildMessage.RateFound.class, name = "rate-found"),
    @JsonSubTypes.Type(value = ChildMessage.Happened.class, name = "happened")
})
sealed interface ChildMessage {

    /** Version of what is said here; grows with every change that the other side must know of. */
    int PROTOCOL = 2;

    /**
     * The process has started.
     *
     * @param protocol {@link #PROTOCOL} of the process
     * @param marqueeVersion version of Marquee it runs
     * @param javaVersion version of Java it runs on
     * @param backend what ND4J really computes with there
     * @param devices what ND4J sees there: the CPU, or GPUs
     * @param threads processors it may use
     */
    record Hello(
            int protocol,
            String marqueeVersion,
            String javaVersion,
            Backend backend,
            List<BackendDevice> devices,
            int threads)
            implements ChildMessage {
        public Hello {
            Objects.requireNonNull(backend);
            // Other versions named them in another way.
            devices = devices == null ? List.of() : List.copyOf(devices);
        }
    }

    /** The device has computed correctly; the run can be started. */
    record Ready() implements ChildMessage {}

    /**
     * The process cannot do what it is there for, and ends.
     *
     * @param reason a sentence for people
     */
    record Refused(String reason) implements ChildMessage {}

    /** The process is there. */
    record Alive() implements ChildMessage {}

    /**
     * The model of the run's newest epoch, told before the event of that epoch. Users, items, titles and ratings are not
     * told: this side has the same dataset.
     *
     * @param weights file with the parameters, written by {@link WeightsFile}; whoever reads it removes it
     */
    record Model(Path weights, Centring centring, Hyperparameters hyperparameters, Protocol protocol, TrainingResult result)
            implements ChildMessage {
        public Model {
            Objects.requireNonNull(weights);
            Objects.requireNonNull(centring);
            Objects.requireNonNull(hyperparameters);
            Objects.requireNonNull(protocol);
            Objects.requireNonNull(result);
        }
    }

    /**
     * How far a search for a learning rate is.
     *
     * @param fraction part done, 0 to 1
     * @param what what is being done, as a short phrase
     */
    record Working(double fraction, String what) implements ChildMessage {}

    /**
     * What a search for a learning rate has found.
     *
     * @param datasetFingerprint hash of the ratings, as hexadecimal digits
     */
    record RateFound(String datasetFingerprint, LearningRateCurve curve) implements ChildMessage {
        public RateFound {
            Objects.requireNonNull(datasetFingerprint);
            Objects.requireNonNull(curve);
        }
    }

    /** An event of the run. */
    record Happened(TrainingEvent event) implements ChildMessage {
        public Happened {
            Objects.requireNonNull(event);
        }
    }
}
