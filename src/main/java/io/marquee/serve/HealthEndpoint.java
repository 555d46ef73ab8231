package io.marquee.serve;

import io.marquee.model.TrainedModel;
import java.util.List;

/** Whether the server answers, and with which model. */
final class HealthEndpoint implements Endpoint {

    private final TrainedModel model;
    private final PreparedLists prepared;

    HealthEndpoint(TrainedModel model, PreparedLists prepared) {
        this.model = model;
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
                model.users().size(), model.items().size(), prepared.ready());
    }
}
