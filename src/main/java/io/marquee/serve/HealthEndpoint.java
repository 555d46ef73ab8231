package io.marquee.serve;

import io.marquee.model.TrainedModel;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Whether the server answers, and with which model. */
final class HealthEndpoint implements Endpoint {

    private final TrainedModel model;
    private final BooleanSupplier warm;
    private final PreparedLists prepared;

    HealthEndpoint(TrainedModel model, BooleanSupplier warm, PreparedLists prepared) {
        this.model = model;
        this.warm = warm;
        this.prepared = prepared;
    }

    @Override
    public String path() {
        return "/health";
    }

    @Override
    public List<String> methods() {
        return List.of("GET");
    }

    @Override
    public Object answer(String method, String query, byte[] body) throws BadRequestException {
        new Query(query, List.of());
        return new Answers.Health("ok", model.protocol().dataset(), model.result().epoch(), model.result().testMse(),
                model.users().size(), model.items().size(), warm.getAsBoolean(), prepared.ready());
    }
}
