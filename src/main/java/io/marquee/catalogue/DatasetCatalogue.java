package io.marquee.catalogue;

import io.marquee.data.MatineePreset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of known datasets: Matinee in its sizes, then MovieLens, smallest first. */
public final class DatasetCatalogue {

    private static final String MOVIELENS_PAGE = "https://grouplens.org/datasets/movielens/";

    private static final List<CatalogueEntry> MOVIELENS = List.of(
            movieLens("ml-latest-small", "MovieLens latest-small", 100_836, 610, 9_742,
                    "Half stars, 1996 to 2018; small enough to try anything on.", 978_202,
                    Checksums.of(null, "696d65a3dfceac7c45750ad32df2c259311949efec81f0f144fdfb91ebc9e436"),
                    Licence.MOVIELENS_SHARED, "latest/"),
            movieLens("ml-100k", "MovieLens 100K", 100_000, 943, 1_682,
                    "Whole stars, 1997 to 1998; comes with published splits u1 to u5, ua and ub.", 4_924_029,
                    Checksums.of("0e33842e24a9c977be4e0107933c0723",
                            "50d2a982c66986937beb9ffb3aa76efe955bf3d5c6b761f4e3a7cd717c6a3229"),
                    Licence.MOVIELENS, "100k/"),
            movieLens("ml-1m", "MovieLens 1M", 1_000_209, 6_040, 3_883,
                    "Whole stars, 2000 to 2003; tells age, gender and occupation of users.", 5_917_549,
                    Checksums.of("c4d9eecfca2ab87c1945afe126590906",
                            "a6898adb50b9ca05aa231689da44c217cb524e7ebd39d264c56e2832f2c54e20"),
                    Licence.MOVIELENS, "1m/"),
            movieLens("ml-10m", "MovieLens 10M", 10_000_054, 69_878, 10_681,
                    "Half stars since 2003, 1995 to 2009; with tags.", 65_566_137,
                    Checksums.of("ce571fd55effeba0271552578f2648bd", null), Licence.MOVIELENS, "10m/"),
            movieLens("ml-20m", "MovieLens 20M", 20_000_263, 138_493, 27_278,
                    "Half stars, 1995 to 2015; what published results with neural networks are mostly about.", 198_702_078,
                    Checksums.of("cd245b17a1ae2cc31bb14903e1204af3",
                            "96f243c338a8665f6bcc89c53edf6ee39162a846940de6b7c8c48aeada765ff3"),
                    Licence.MOVIELENS, "20m/"),
            movieLens("ml-25m", "MovieLens 25M", 25_000_095, 162_541, 62_423,
                    "Half stars, 1995 to 2019; with tags and links.", 261_978_986,
                    Checksums.of("6b51fb2759a8657d3bfcbfc42b592ada",
                            "8b21cfb7eb1706b4ec0aac394868d90acf26ebdfb6aced3ebd4ad5bd1eb9c6aa"),
                    Licence.MOVIELENS, "25m/"),
            movieLens("ml-32m", "MovieLens 32M", 32_000_204, 200_948, 87_585,
                    "Half stars, 1995 to 2023; the largest, with tags and links.", 238_950_008,
                    Checksums.of("d472be332d4daa821edc399621853b57",
                            "e4a68655d7386b8f95f2f2424b2ff975dfdd15ffd59e0d864a14dca43e99d6ee"),
                    Licence.MOVIELENS_SHARED, "32m/"));

    private final List<CatalogueEntry> entries;

    DatasetCatalogue(List<CatalogueEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The datasets this version knows. */
    public static DatasetCatalogue known() {
        List<CatalogueEntry> all = new ArrayList<>();
        for (MatineePreset preset : MatineePreset.values()) {
            all.add(matinee(preset));
        }
        all.addAll(MOVIELENS);
        return new DatasetCatalogue(all);
    }

    private static CatalogueEntry matinee(MatineePreset preset) {
        return new CatalogueEntry("matinee:" + preset.id(), preset.displayName(), preset.ratings(), preset.users(),
                preset.items(), "Invented tastes and titles; the lowest error any model can reach is known.", 0,
                Checksums.none(), Licence.FREE, "built in");
    }

    private static CatalogueEntry movieLens(String id, String name, int ratings, int users, int items, String about,
            long bytes, Checksums checksums, Licence licence, String page) {
        return new CatalogueEntry(id, name, ratings, users, items, about, bytes, checksums, licence, MOVIELENS_PAGE + page);
    }

    public List<CatalogueEntry> entries() {
        return entries;
    }

    /** The dataset of a name, in any case. */
    public Optional<CatalogueEntry> find(String id) {
        return entries.stream().filter(entry -> entry.id().equalsIgnoreCase(id.strip())).findFirst();
    }
}
