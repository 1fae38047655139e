package dev.postrider.bench.load;

import java.util.SplittableRandom;

/** What people write: mostly short, now and then a paragraph; median 60 characters. ASCII, without quotes. */
public final class Bodies {
    private static final String[] WORDS = {
        "the",
        "post",
        "rides",
        "over",
        "hills",
        "by",
        "night",
        "with",
        "letters",
        "for",
        "everyone",
        "who",
        "waits",
        "and",
        "snow",
        "on",
        "pass",
        "slows",
        "nobody",
        "down"
    };
    private static final double MEDIAN = 60;
    private static final double SPREAD = 0.8;
    private static final int LONGEST = 2_000;

    private final SplittableRandom random;
    private final int chars;

    public Bodies(SplittableRandom random) {
        this(random, 0);
    }

    /** @param chars of every one; 0: as people write */
    Bodies(SplittableRandom random, int chars) {
        this.random = random;
        this.chars = chars;
    }

    public String next() {
        int length =
                chars > 0 ? chars : (int) Math.clamp(MEDIAN * Math.exp(SPREAD * random.nextGaussian()), 2, LONGEST);
        StringBuilder body = new StringBuilder(length + 10);
        while (body.length() < length) {
            body.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        body.setLength(length);
        if (body.charAt(0) == ' ') {
            body.setCharAt(0, 'x');
        }
        return body.toString();
    }
}
