package io.marquee.ui.window;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Shows one room at a time. A room's view is made when it is first entered, and kept. */
final class RoomPane extends StackPane {

    private final Map<Room, Supplier<? extends Node>> makers = new EnumMap<>(Room.class);
    private final Map<Room, Node> views = new EnumMap<>(Room.class);

    /**
     * @param makers makes the view of each room there is
     * @param current room to show
     */
    RoomPane(Map<Room, Supplier<? extends Node>> makers, ReadOnlyObjectProperty<Room> current) {
        this.makers.putAll(makers);
        getStyleClass().add("rooms");
        current.addListener((property, before, now) -> show(now));
        show(current.get());
    }

    private void show(Room room) {
        getChildren().setAll(views.computeIfAbsent(room, entered -> makers.get(entered).get()));
    }

    /** The rooms there are. */
    Set<Room> rooms() {
        return makers.keySet();
    }
}
