package io.marquee.cli;

import io.marquee.data.RatingScale;
import io.marquee.profile.ImportedProfile;
import io.marquee.profile.OwnRating;
import io.marquee.profile.ProfileFile;
import io.marquee.profile.ProfileImport;
import io.marquee.recommend.AskedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** What someone who is not in the dataset has rated. */
final class OwnRatingOptions {

    @Option(names = "--rate", paramLabel = "TITLE=STARS", arity = "1..*",
            description = "Recommend for you: movies you have seen, by title (with the year where there are several) "
                    + "or id, each with your rating.")
    private List<String> rate = List.of();

    @Option(names = "--profile", paramLabel = "FILE", description = "Your ratings as the window saves them.")
    private Path profile;

    @Option(names = "--import", paramLabel = "FILE",
            description = "Your ratings as CSV: columns title or movieId, and rating; or the export of Letterboxd or "
                    + "IMDb.")
    private Path list;

    boolean given() {
        return !rate.isEmpty() || profile != null || list != null;
    }

    /** All of them together; later ones count where a movie is rated twice, and --rate counts most. */
    OwnRatings read(AskedModel asked, AskedTitles titles, Console console) throws IOException {
        OwnRatings ratings = new OwnRatings();
        if (profile != null) {
            for (OwnRating each : ProfileFile.load(profile).on(asked.model().scale()).ratings()) {
                OptionalInt known = asked.matcher().match(each.title(), each.year());
                if (known.isPresent()) {
                    ratings.put(asked.facts().item(known.getAsInt()), each.rating());
                } else {
                    console.say("Note: " + each.title() + " of " + profile + " is not among the movies the model "
                            + "knows.");
                }
            }
        }
        if (list != null) {
            ImportedProfile imported = new ProfileImport(asked).read(list);
            imported.problems().forEach(problem -> console.say("Note: " + problem));
            imported.ratings().forEach(each -> ratings.put(each.item(), each.rating()));
        }
        for (String each : rate) {
            int equals = each.lastIndexOf('=');
            if (equals < 1) {
                throw CommandFailure.usage("--rate '" + each + "' needs a title, an equals sign and stars, as in "
                        + "\"Heat (1995)=5\".");
            }
            double stars = stars(each, each.substring(equals + 1), asked.model().scale());
            ratings.put(asked.facts().item(titles.find(each.substring(0, equals))), stars);
        }
        return ratings;
    }

    private static double stars(String option, String text, RatingScale scale) {
        try {
            double stars = Double.parseDouble(text.strip());
            if (scale.contains(stars)) {
                return stars;
            }
        } catch (NumberFormatException e) {
            // Said below, as for numbers outside the scale.
        }
        throw CommandFailure.usage("--rate '" + option + "': '" + text + "' is not a number of stars from "
                + scale.minimum() + " to " + scale.maximum() + ".");
    }
}
