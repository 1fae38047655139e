package dev.postrider.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The command line, understood.
 *
 * @param only words of which a scenario's name must hold one; empty for all
 * @param seed of bodies, writers and times
 * @param rate messages a second where a scenario has a fixed one
 * @param seconds of each round
 * @param warmSeconds of each stretch before the first round
 * @param compare figures of an earlier run
 * @param out where results go
 * @param profile whether Flight Recorder runs in the suite's processes meanwhile
 */
public record Options(
        List<String> only,
        long seed,
        double rate,
        int rounds,
        int seconds,
        int warmSeconds,
        Optional<Path> compare,
        Path out,
        String commit,
        boolean profile,
        boolean list) {
    private static final int ROUNDS_MAX = 100;
    private static final int SECONDS_MAX = 600;
    private static final int RATE_MAX = 100_000;

    public Options {
        only = List.copyOf(only);
    }

    /** Something on the command line that cannot be understood. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    static Options parse(List<String> words) {
        Deque<String> left = new ArrayDeque<>(words);
        List<String> only = List.of();
        long seed = RandomGenerator.getDefault().nextInt(1_000_000);
        int rate = 1_000;
        int rounds = 5;
        int seconds = 10;
        int warm = 20;
        Optional<Path> compare = Optional.empty();
        Path out = Path.of(".data/bench/results");
        String commit = "unknown";
        boolean profile = false;
        boolean list = false;
        while (!left.isEmpty()) {
            String flag = left.removeFirst();
            switch (flag) {
                case "--only" -> only = List.of(value(flag, left).split(";"));
                case "--seed" -> seed = number(flag, left, Integer.MAX_VALUE);
                case "--rate" -> rate = number(flag, left, RATE_MAX);
                case "--rounds" -> rounds = number(flag, left, ROUNDS_MAX);
                case "--seconds" -> seconds = number(flag, left, SECONDS_MAX);
                case "--warm" -> warm = number(flag, left, SECONDS_MAX);
                case "--compare" -> compare = Optional.of(Path.of(value(flag, left)));
                case "--out" -> out = Path.of(value(flag, left));
                case "--commit" -> commit = value(flag, left);
                case "--profile" -> profile = true;
                case "--list" -> list = true;
                default -> throw new UsageException("bench does not know " + flag + ".");
            }
        }
        return new Options(only, seed, rate, rounds, seconds, warm, compare, out, commit, profile, list);
    }

    private static String value(String flag, Deque<String> left) {
        if (left.isEmpty()) {
            throw new UsageException(flag + " needs a value.");
        }
        return left.removeFirst();
    }

    private static int number(String flag, Deque<String> left, int max) {
        String value = value(flag, left);
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException foreign) {
            throw new UsageException(flag + " needs a number, not " + value + ".");
        }
        throw new UsageException("%s must be between 1 and %d, not %s.".formatted(flag, max, value));
    }
}
