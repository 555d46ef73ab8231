package io.marquee.evaluate.ranking;

import java.util.Arrays;

/**
 * How well one user's ranking turned out.
 *
 * @param top the items at the head, best first; fewer than {@link RankingTask#CUT_OFF} where there are not so many
 * @param ndcg 0 to 1
 * @param recall part of the relevant items in {@code top}, 0 to 1
 * @param reciprocalRank of the best relevant item, 0 where none is ranked
 */
record UserRanking(int[] top, double ndcg, double recall, double reciprocalRank) {

    /**
     * Ranks by score; of equal scores the lower index comes first.
     *
     * @param i which user of the task
     * @param scores score of each item; overwritten
     */
    static UserRanking of(RankingTask task, int i, float[] scores) {
        for (int item = 0; item < scores.length; item++) {
            if (task.trainRaters(item) == 0) {
                scores[item] = Float.NaN;
            }
        }
        for (int item : task.known(i)) {
            scores[item] = Float.NaN;
        }
        int[] top = top(scores);
        int[] relevant = task.relevant(i).clone();
        Arrays.sort(relevant);
        double gain = 0;
        int found = 0;
        for (int rank = 1; rank <= top.length; rank++) {
            if (Arrays.binarySearch(relevant, top[rank - 1]) >= 0) {
                gain += discount(rank);
                found++;
            }
        }
        double ideal = 0;
        for (int rank = 1; rank <= Math.min(RankingTask.CUT_OFF, relevant.length); rank++) {
            ideal += discount(rank);
        }
        int first = firstRank(relevant, scores);
        return new UserRanking(top, gain / ideal, (double) found / relevant.length, first == 0 ? 0 : 1.0 / first);
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 1);
    }

    /** The best ranked items, by insertion into a short sorted list. */
    private static int[] top(float[] scores) {
        int[] best = new int[RankingTask.CUT_OFF];
        int count = 0;
        for (int item = 0; item < scores.length; item++) {
            float score = scores[item];
            if (Float.isNaN(score) || count == best.length && score <= scores[best[count - 1]]) {
                continue;
            }
            int at = count < best.length ? count++ : count - 1;
            while (at > 0 && score > scores[best[at - 1]]) {
                best[at] = best[at - 1];
                at--;
            }
            best[at] = item;
        }
        return Arrays.copyOf(best, count);
    }

    /** The rank of the best relevant item, counted from 1; 0 where none is ranked. */
    private static int firstRank(int[] relevant, float[] scores) {
        int best = -1;
        for (int item : relevant) {
            if (!Float.isNaN(scores[item]) && (best < 0 || scores[item] > scores[best])) {
                best = item;
            }
        }
        if (best < 0) {
            return 0;
        }
        int rank = 1;
        for (int item = 0; item < scores.length; item++) {
            if (scores[item] > scores[best] || scores[item] == scores[best] && item < best) {
                rank++;
            }
        }
        return rank;
    }
}
