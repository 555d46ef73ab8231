package io.marquee.ui.window;

import atlantafx.base.theme.Styles;
import io.marquee.ui.Icons;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** Goes from room to room. */
final class RoomBar extends HBox {

    /**
     * @param rooms rooms to offer
     * @param current room that is shown
     */
    RoomBar(Set<Room> rooms, ObjectProperty<Room> current) {
        getStyleClass().add("room-bar");
        setAlignment(Pos.CENTER_LEFT);
        for (Room room : rooms) {
            getChildren().add(button(room, current));
        }
        setVisible(rooms.size() > 1);
        setManaged(isVisible());
    }

    private static ToggleButton button(Room room, ObjectProperty<Room> current) {
        ToggleButton button = new ToggleButton(room.displayName(), Icons.of(room.icon()));
        button.setId("room-" + room.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().add(Styles.FLAT);
        button.setMinWidth(USE_PREF_SIZE);
        Icons.explain(button, room.help() + " (Ctrl+" + (room.ordinal() + 1) + ")");
        button.setOnAction(event -> {
            current.set(room);
            // A click on the room one is in must not leave it.
            button.setSelected(true);
        });
        current.addListener((property, before, now) -> button.setSelected(now == room));
        button.setSelected(current.get() == room);
        return button;
    }
}
