package io.marquee.ui.window;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The rooms of the window, in the order they are offered; one is shown at a time and has the whole window. */
public enum Room {
    TRAIN("Train", MaterialDesignC.CHART_BELL_CURVE, "Set up a run and watch it"),
    DATA("Data", MaterialDesignD.DATABASE_SEARCH_OUTLINE, "Look at the ratings"),
    RUNS("Runs", MaterialDesignH.HISTORY, "Compare runs"),
    ASK("Ask", MaterialDesignM.MOVIE_OPEN_OUTLINE, "Ask the model what to watch"),
    TUNE("Tune", MaterialDesignT.TUNE_VERTICAL, "Search for hyperparameters");

    private final String displayName;
    private final Ikon icon;
    private final String help;

    Room(String displayName, Ikon icon, String help) {
        this.displayName = displayName;
        this.icon = icon;
        this.help = help;
    }

    String displayName() {
        return displayName;
    }

    Ikon icon() {
        return icon;
    }

    String help() {
        return help;
    }
}
