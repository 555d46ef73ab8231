package io.marquee.ui.ask;

import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/**
 * A tab of the room in which the model is asked.
 *
 * @param name its name, unique among the tabs
 * @param title what people read
 * @param icon beside the title
 * @param view makes its view when it is first shown
 */
public record AskTab(String name, String title, Ikon icon, Supplier<? extends Node> view) {}
