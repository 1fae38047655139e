package dev.postrider.e2e.rollout;

import dev.postrider.e2e.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What a part writes from now on.
 *
 * @param from bytes that stood there before
 */
record LogTail(Path file, long from) {
    static LogTail of(Suite suite, String part) {
        Path file = suite.data().resolve("log").resolve(part + ".log");
        return new LogTail(file, Files.exists(file) ? file.toFile().length() : 0);
    }

    List<String> lines() {
        try {
            byte[] all = Files.readAllBytes(file);
            int start = (int) Math.min(from, all.length);
            return new String(Arrays.copyOfRange(all, start, all.length), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the first line with these words stands among them; −1 where there is none. */
    static int line(List<String> lines, String words) {
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).contains(words)) {
                return at;
            }
        }
        return -1;
    }
}
