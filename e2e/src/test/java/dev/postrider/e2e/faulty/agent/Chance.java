package dev.postrider.e2e.faulty.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Which variant is in force, read from a file again and again, and when it strikes: by count and seed, so that a seed
 * strikes alike. Every strike leaves a line in a file beside. Thread-safe.
 */
public final class Chance {
    public static final int ONE_IN = 500;
    private static final long LOOK_MILLIS = 100;

    private static volatile Variant variant = Variant.NONE;
    private static volatile long seed;
    private static final AtomicLong COUNT = new AtomicLong();
    private static @Nullable Path strikes;

    private Chance() {}

    static void begin(Path file) {
        strikes = file.resolveSibling("strikes");
        Stillness.begin(file);
        Thread.ofPlatform().name("faulty").daemon().start(() -> watch(file));
    }

    public static boolean on(Variant wanted) {
        return variant == wanted;
    }

    /** True once in {@link #ONE_IN} times while that variant is in force. */
    public static boolean strikes(Variant wanted) {
        if (variant != wanted || mixed(seed + COUNT.incrementAndGet()) % ONE_IN != 0) {
            return false;
        }
        note(wanted);
        return true;
    }

    /** SplitMix64's last step. */
    private static long mixed(long z) {
        long a = (z * 0x9e3779b97f4a7c15L ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ a >>> 27) * 0x94d049bb133111ebL;
        return (b ^ b >>> 31) >>> 1;
    }

    private static synchronized void note(Variant struck) {
        try {
            if (strikes != null) {
                Files.writeString(strikes, struck + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException full) {
            throw new java.io.UncheckedIOException(full);
        }
    }

    private static void watch(Path file) {
        while (true) {
            try {
                if (Files.exists(file)) {
                    String[] words = Files.readString(file).strip().split(" ");
                    if (words.length == 2) {
                        seed = Long.parseLong(words[1]);
                        variant = Variant.valueOf(words[0]);
                    }
                }
                Stillness.look();
                Mischief.letGoOfTheOld();
                Thread.sleep(LOOK_MILLIS);
            } catch (IOException halfWritten) {
                Thread.onSpinWait();
            } catch (InterruptedException asked) {
                return;
            }
        }
    }
}
