package dev.postrider.e2e.faulty.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * Stops the whole process at one point of its code, once, where a file asks for it: the first process that comes there
 * takes the file away, says in another one who it is and which message it holds, and stops itself. Whoever wakes it lets
 * that message go on. Thread-safe.
 */
public final class Stillness {
    public static final String ASKED = "stop";
    public static final String STOPPED = "stopped";

    private static @Nullable Path home;
    private static volatile boolean asked;

    private Stillness() {}

    static void begin(Path file) {
        home = file.toAbsolutePath().getParent();
    }

    /** Called again and again, so that {@link #here} costs nothing. */
    static void look() {
        asked = home != null && Files.exists(home.resolve(ASKED));
    }

    /** Does not return before somebody has woken the process, where it is the one. */
    public static void here(String message) {
        if (!asked || home == null) {
            return;
        }
        try {
            if (Files.deleteIfExists(home.resolve(ASKED))) {
                asked = false;
                long pid = ProcessHandle.current().pid();
                Path beside = Files.writeString(home.resolve(STOPPED + ".next"), pid + " " + message);
                Files.move(beside, home.resolve(STOPPED), StandardCopyOption.ATOMIC_MOVE);
                new ProcessBuilder("kill", "-STOP", Long.toString(pid)).start().waitFor();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
