package dev.postrider.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Processor time of every process so far, in nanoseconds, by part; of the driver as {@code driver}. From {@code /proc}, in
 * ticks of ten milliseconds: only differences over seconds mean something.
 */
public record Usage(Map<String, Long> nanos) {
    private static final long TICK_NANOS = 10_000_000;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    public Usage {
        nanos = Map.copyOf(nanos);
    }

    public static Usage now(Map<String, Long> pids) {
        Map<String, Long> nanos = new LinkedHashMap<>();
        pids.forEach((part, pid) -> nanos.put(part, of(pid)));
        nanos.put("driver", of(ProcessHandle.current().pid()));
        return new Usage(nanos);
    }

    /** What each used since then; nothing of those that were not there. */
    public Map<String, Long> since(Usage before) {
        Map<String, Long> used = new LinkedHashMap<>();
        nanos.forEach((part, now) -> {
            Long then = before.nanos().get(part);
            if (then != null) {
                used.put(part, now - then);
            }
        });
        return used;
    }

    private static long of(long pid) {
        try {
            return ticks(Files.readString(Path.of("/proc/" + pid + "/stat"))) * TICK_NANOS;
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Of the process and all its threads; the name before may hold spaces and brackets. */
    static long ticks(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
    }
}
