package dev.postrider.e2e.binding.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Names of types, each once a process, at the end of a file that all processes share. */
public final class Notes {
    private static final Set<String> WRITTEN = ConcurrentHashMap.newKeySet();
    private static volatile @Nullable Path file;

    private Notes() {}

    static void begin(Path to) {
        file = to;
    }

    /** One write a line, which the system keeps in one piece. */
    public static void add(String type) {
        Path to = file;
        if (to == null || !WRITTEN.add(type)) {
            return;
        }
        try {
            Files.writeString(to, type + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
