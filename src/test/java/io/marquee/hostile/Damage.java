package io.marquee.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damages files, by chance and with intent, the same way for the same seed. */
final class Damage {

    private static final Pattern JSON_VALUE =
            Pattern.compile("\"[^\"\\\\]*\"|-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?|\\[[^\\[\\]]*]|true|false");
    private static final List<String> OTHER_VALUES = List.of("null", "-1", "0", "2147483647", "-2147483648",
            "9223372036854775807", "1e308", "\"NaN\"", "\"Infinity\"", "\"\"", "[]", "{}", "[null]", "true",
            "\"../../../etc/passwd\"", "[" + "1,".repeat(5000) + "1]", "[".repeat(5000));

    private final SplittableRandom random;

    Damage(long seed) {
        random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A damaged copy. */
    byte[] of(byte[] whole) {
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            case 1 -> flipped(whole, 1 + random.nextInt(8));
            case 2 -> overwritten(whole, (byte) 0xff);
            case 3 -> overwritten(whole, (byte) 0x7f);
            case 4 -> overwritten(whole, (byte) 0);
            case 5 -> spliced(whole, random.nextInt(whole.length + 1), 0);
            case 6 -> spliced(whole, 0, 1 + random.nextInt(64));
            default -> otherValue(whole);
        };
    }

    private byte[] flipped(byte[] whole, int bits) {
        byte[] damaged = whole.clone();
        for (int i = 0; i < bits && damaged.length > 0; i++) {
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return damaged;
    }

    /** Lengths are among the first things in a binary file, so that the first bytes are hit more often. */
    private byte[] overwritten(byte[] whole, byte with) {
        byte[] damaged = whole.clone();
        int from = random.nextInt(random.nextBoolean() ? Math.min(64, whole.length) + 1 : whole.length + 1);
        Arrays.fill(damaged, from, Math.min(whole.length, from + 1 + random.nextInt(8)), with);
        return damaged;
    }

    private byte[] spliced(byte[] whole, int left, int put) {
        int from = random.nextInt(whole.length + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(whole, 0, from);
        for (int i = 0; i < put; i++) {
            out.write(random.nextInt(256));
        }
        int next = Math.min(whole.length, from + left);
        out.write(whole, next, whole.length - next);
        return out.toByteArray();
    }

    /** In text, a value of another kind or size; in other files what looks like text. */
    byte[] otherValue(byte[] whole) {
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        List<MatchResult> values = JSON_VALUE.matcher(text).results().toList();
        if (values.isEmpty()) {
            return flipped(whole, 1);
        }
        MatchResult value = values.get(random.nextInt(values.size()));
        String other = OTHER_VALUES.get(random.nextInt(OTHER_VALUES.size()));
        return (text.substring(0, value.start()) + other + text.substring(value.end()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
