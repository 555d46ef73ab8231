package io.marquee.recommend;

import io.marquee.kernel.LevelKernel;

/** Places for a few users whose rounded shares meet the items' together. One thread at a time. */
final class ScanGroup {

    private final ScanQuestion[] seats = new ScanQuestion[LevelKernel.GROUP];
    private final int[] levels;
    private final float[] sums;

    /**
     * @param units levels of a user
     * @param block items whose sums there is room for
     */
    ScanGroup(int units, int block) {
        this.levels = new int[units * LevelKernel.GROUP];
        this.sums = new float[block * LevelKernel.GROUP];
    }

    /** Levels, row-major {@code [units][GROUP]}. */
    int[] levels() {
        return levels;
    }

    /** Sums of a block, row-major {@code [GROUP][block]}. */
    float[] sums() {
        return sums;
    }

    /** Gives a question the first free place; false where there is none. */
    boolean seat(ScanQuestion question) {
        for (int seat = 0; seat < seats.length; seat++) {
            if (seats[seat] == null) {
                seats[seat] = question;
                for (int unit = 0; unit < question.levels().length; unit++) {
                    levels[unit * LevelKernel.GROUP + seat] = question.levels()[unit];
                }
                return true;
            }
        }
        return false;
    }

    /** How many places, from the first on, hold all that are taken. */
    int rows() {
        int rows = seats.length;
        while (rows > 0 && seats[rows - 1] == null) {
            rows--;
        }
        return rows;
    }

    /** Hands the sums of a block to the questions, and lets go those that have seen all blocks. */
    void hand(int block, int blocks) {
        int size = sums.length / LevelKernel.GROUP;
        for (int seat = 0; seat < seats.length; seat++) {
            if (seats[seat] != null && seats[seat].take(sums, seat * size, block * size, size, blocks)) {
                seats[seat] = null;
            }
        }
    }

    /** Sends all away without an answer. */
    void dismiss() {
        for (int seat = 0; seat < seats.length; seat++) {
            if (seats[seat] != null) {
                seats[seat].fail();
                seats[seat] = null;
            }
        }
    }

    /** Some question that is still seated; null for none. */
    ScanQuestion anyone() {
        for (ScanQuestion question : seats) {
            if (question != null) {
                return question;
            }
        }
        return null;
    }
}
