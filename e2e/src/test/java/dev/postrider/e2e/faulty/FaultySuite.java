package dev.postrider.e2e.faulty;

import dev.postrider.e2e.faulty.agent.Variant;
import dev.postrider.e2e.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** A suite of its own whose services can be made faulty and sound again. */
public final class FaultySuite implements AutoCloseable {
    private static final Path HOME = Path.of("target", "faulty").toAbsolutePath();
    private static final Path VARIANT = HOME.resolve("variant");
    private static final Path STRIKES = HOME.resolve("strikes");
    private static final long SEEN_MILLIS = 500;

    private final Suite suite;

    private FaultySuite(Suite suite) {
        this.suite = suite;
    }

    public static FaultySuite start() throws IOException {
        Path agent = AgentJar.write(HOME.resolve("agent.jar"));
        Files.deleteIfExists(VARIANT);
        Files.deleteIfExists(STRIKES);
        return new FaultySuite(
                Suite.start("stack-faulty", Map.of("JAVA_TOOL_OPTIONS", "-javaagent:" + agent + "=" + VARIANT)));
    }

    public Suite suite() {
        return suite;
    }

    /** From now on all services are of that kind. */
    public void become(Variant variant, long seed) throws IOException, InterruptedException {
        Path beside = HOME.resolve("variant.next");
        Files.writeString(beside, variant + " " + seed);
        Files.move(beside, VARIANT, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Thread.sleep(SEEN_MILLIS);
    }

    /** How often a variant struck so far. */
    public long strikes(Variant variant) {
        try {
            return counted(variant);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long counted(Variant variant) throws IOException {
        return Files.exists(STRIKES)
                ? Files.readAllLines(STRIKES).stream()
                        .filter(variant.name()::equals)
                        .count()
                : 0;
    }

    @Override
    public void close() {
        suite.stop();
    }
}
