package dev.postrider.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Resident memory, in bytes. */
public final class Memory {
    private static final String FIELD = "VmRSS:";
    private static final long KIB = 1024;
    private static final long PAGE = 4_096;
    private static final long SETTLE_MILLIS = 1_000;

    private Memory() {}

    /** Of a Java process after a full collection. */
    public static long afterCollection(long pid) {
        try {
            for (int i = 0; i < 2; i++) {
                Process collect = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                        .toString(),
                                Long.toString(pid),
                                "GC.run")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (!collect.waitFor(60, TimeUnit.SECONDS) || collect.exitValue() != 0) {
                    throw new IllegalStateException("no full collection of " + pid);
                }
                Thread.sleep(SETTLE_MILLIS);
            }
            return now(pid);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** As it is now, or 0 where the process is gone; of any process. */
    public static long now(long pid) {
        try {
            return resident(Files.readString(Path.of("/proc/" + pid + "/status")));
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the operating system holds for all TCP connections of this machine, in bytes. */
    public static long ofTcp() {
        try {
            return tcp(Files.readString(Path.of("/proc/net/sockstat")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static long tcp(String sockets) {
        return sockets.lines()
                        .filter(line -> line.startsWith("TCP:"))
                        .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                        .findFirst()
                        .orElseThrow()
                * PAGE;
    }

    static long resident(String status) {
        return status.lines()
                        .filter(line -> line.startsWith(FIELD))
                        .mapToLong(line -> Long.parseLong(
                                line.substring(FIELD.length()).replace("kB", "").strip()))
                        .findFirst()
                        .orElseThrow()
                * KIB;
    }
}
