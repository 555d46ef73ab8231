package io.marquee.tune;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.marquee.model.Hyperparameters;
import java.util.List;

/**
 * In what order a search tries what. A strategy decides by the plan and by what was tried alone, so that a search can be
 * broken off anywhere and goes on as if it had not been.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "strategy")
@JsonSubTypes({
    @JsonSubTypes.Type(value = GridSearch.class, name = "grid"),
    @JsonSubTypes.Type(value = RandomSearch.class, name = "random"),
    @JsonSubTypes.Type(value = SuccessiveHalving.class, name = "halving")
})
public sealed interface Strategy permits GridSearch, RandomSearch, SuccessiveHalving {

    /** Its name, such as "random". */
    String id();

    /** For people, such as "random search". */
    String words();

    /** @throws IllegalArgumentException with a sentence if it cannot search that space */
    void check(SearchSpace space, Hyperparameters base);

    /** How many trials it begins unless told otherwise. */
    int usualTrials(SearchSpace space);

    /** The last rung, from 0. */
    int lastRung();

    /** After how many epochs trials of a rung are compared. */
    int epochsOf(int rung, int planned);

    /**
     * What to do next; trials that were being trained go first and are not its business.
     *
     * @param used share of the budget that is used up, from 0 to 1
     */
    Step next(SearchPlan plan, List<Trial> trials, double used);
}
