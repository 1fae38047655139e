package dev.postrider.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps logs from growing without end: a large one is put aside at the next start, one old one is kept. */
public final class LogFiles {
    private static final long BYTES_MAX = 16L << 20;

    private LogFiles() {}

    public static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > BYTES_MAX) {
            Path old = log.resolveSibling(log.getFileName() + ".old");
            Files.move(log, old, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
