package dev.postrider.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the figures were measured on.
 *
 * @param facts by what they tell
 */
public record Machine(Map<String, String> facts) {
    private static final double GIB = 1L << 30;

    public static Machine here(String commit) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("commit", commit);
        facts.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put(
                "processors",
                Runtime.getRuntime().availableProcessors() + " × " + field(Path.of("/proc/cpuinfo"), "model name"));
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        facts.put("memory", String.format(Locale.ROOT, "%.0f GiB", system.getTotalMemorySize() / GIB));
        facts.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        facts.put("load before", String.format(Locale.ROOT, "%.2f", system.getSystemLoadAverage()));
        return new Machine(facts);
    }

    private static String field(Path file, String name) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
