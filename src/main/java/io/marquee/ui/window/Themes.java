package io.marquee.ui.window;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.marquee.settings.SystemAppearance;
import io.marquee.ui.task.BackgroundTasks;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies the chosen colours, and tells parts that are not styled by CSS whether they are dark. */
public final class Themes {

    private static final Logger LOG = LoggerFactory.getLogger(Themes.class);

    private final BackgroundTasks tasks;
    private final ObjectProperty<ThemeChoice> choice;
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    Themes(ThemeChoice initial, BackgroundTasks tasks) {
        this.tasks = tasks;
        this.choice = new SimpleObjectProperty<>(initial);
        choice.addListener(change -> follow());
        apply(false);
        follow();
    }

    private void follow() {
        if (choice.get() == ThemeChoice.SYSTEM) {
            tasks.run(SystemAppearance::isDark,
                    systemDark -> {
                        if (choice.get() == ThemeChoice.SYSTEM) {
                            apply(systemDark);
                        }
                    },
                    failure -> LOG.warn("The desktop's colours are not known; staying light.", failure));
        } else {
            apply(choice.get() == ThemeChoice.DARK);
        }
    }

    private void apply(boolean nowDark) {
        dark.set(nowDark);
        Application.setUserAgentStylesheet(
                nowDark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    /** From what is seen now to the other. */
    void toggle() {
        choice.set(dark.get() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
    }

    ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }
}
