package io.marquee.ui;

import io.marquee.ui.data.DatasetViewModel;
import io.marquee.ui.form.FormField;
import io.marquee.ui.run.RunState;
import io.marquee.ui.window.Room;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A walk through all rooms of the window and the tabs of the room for questions, before a run and after one. */
final class Walk {

    private static final List<String> ASK_TABS = List.of("recommend", "similar", "you", "what-if", "map");

    private final WindowFixture window;
    private final Consumer<String> look;

    /** @param look is told at each place where it is, not on the JavaFX thread */
    Walk(WindowFixture window, Consumer<String> look) {
        this.window = window;
        this.look = look;
    }

    void walk() {
        window.waitUntil("the built-in data is open",
                () -> window.workbench().dataset().stateProperty().get() == DatasetViewModel.State.READY);
        rooms("before a run");
        window.robot().interact(() -> {
            Map.of(FormField.EMBEDDING_SIZE, "2", FormField.HIDDEN_LAYERS, "4", FormField.BATCH_SIZE, "4096",
                    FormField.EPOCHS, "2").forEach((field, text) ->
                    window.workbench().form().field(field).textProperty().set(text));
            window.workbench().train();
        });
        window.waitUntil("the run has ended and its model is measured",
                () -> window.workbench().run().stateProperty().get() == RunState.FINISHED
                        && window.workbench().evaluation().evaluationProperty().get() != null);
        rooms("after a run");
        window.robot().interact(() -> window.workbench().roomProperty().set(Room.ASK));
        window.waitUntil("the model can be asked", () -> window.workbench().askRoom().askedProperty().get() != null);
        for (String tab : ASK_TABS) {
            window.robot().interact(() -> window.workbench().askRoom().tabProperty().set(tab));
            window.robot().sleep(200);
            look.accept("room ASK, " + tab);
        }
    }

    private void rooms(String when) {
        for (Room room : Room.values()) {
            window.robot().interact(() -> window.workbench().roomProperty().set(room));
            window.robot().sleep(300);
            look.accept(when + ", room " + room);
        }
    }
}
