package io.marquee.ui.ask;

/**
 * What is offered while a user is searched: a user, or a movie whose raters are offered next.
 *
 * @param userId the user; null for a movie
 * @param movie index of the movie; -1 for a user
 * @param text what it is called
 * @param detail what stands beside it
 */
public record UserSuggestion(String userId, int movie, String text, String detail) {

    static UserSuggestion user(String userId, String detail) {
        return new UserSuggestion(userId, -1, "User " + userId, detail);
    }

    static UserSuggestion movie(int movie, String title, String detail) {
        return new UserSuggestion(null, movie, "Who rated " + title, detail);
    }
}
