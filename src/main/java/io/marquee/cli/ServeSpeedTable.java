package io.marquee.cli;

import io.marquee.serve.ServeSpeed;
import java.util.Map;

/** Prints how fast a model answers over HTTP, for people. */
final class ServeSpeedTable {

    private static final Map<String, String> MEANINGS = Map.of(
            ServeSpeed.COMPUTED, "a user's list, worked out when asked",
            "prepared", "a user's list that was worked out before",
            "filtered", "of movies with 20 ratings at least",
            "rated", "rated movies too",
            "new-user", "someone new, by ten ratings (POST)",
            "similar", "movies like one");

    private ServeSpeedTable() {}

    static void print(ServeSpeed speed, Console console) {
        console.result("Model         %s, %,d users, %,d movies, hidden %s", speed.dataset(), speed.users(), speed.movies(),
                speed.hiddenLayers());
        console.result("");
        console.result("Asked for    Requests/s    Ratio   Median ms   95 %% ms   Server ms*");
        for (ServeSpeed.Kind kind : speed.kinds()) {
            console.result("%-10s %,12.0f %8.2f %11.2f %9.2f %12.3f   %s", kind.name(), kind.requestsPerSecond(),
                    kind.ratio(), kind.medianMillis(), kind.slowMillis(), kind.processorMillis(),
                    MEANINGS.getOrDefault(kind.name(), ""));
        }
        console.result("");
        console.result("* processor time of the server for each answer; the ratio is to '%s' in the same turn",
                ServeSpeed.COMPUTED);
        console.result("Protocol      %s", speed.protocol().replace("; ", ";\n              "));
    }
}
