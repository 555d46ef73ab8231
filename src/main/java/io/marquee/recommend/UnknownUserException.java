package io.marquee.recommend;

/** A user the model was not trained with. The message is a sentence for people. */
public final class UnknownUserException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public UnknownUserException(String userId, String firstKnown, String lastKnown) {
        super("User " + userId + " is not in the dataset this model was trained on; its user ids go from " + firstKnown
                + " to " + lastKnown + ".");
    }
}
