package dev.postrider.e2e.faulty;

import dev.postrider.e2e.faulty.agent.Newer;
import dev.postrider.e2e.faulty.agent.Stillness;
import dev.postrider.e2e.faulty.agent.Variant;
import dev.postrider.e2e.faulty.agent.Weaver;
import dev.postrider.e2e.suite.AgentJar;
import dev.postrider.e2e.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        Path agent = AgentJar.write(Weaver.class, HOME.resolve("agent.jar"));
        Files.deleteIfExists(VARIANT);
        Files.deleteIfExists(STRIKES);
        Files.deleteIfExists(HOME.resolve(Stillness.ASKED));
        for (String part : Suite.SERVICES) {
            Files.deleteIfExists(HOME.resolve(Newer.mark(part)));
        }
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

    /** From its next start on the part is of the next version. */
    public static void nextVersion(String part) throws IOException {
        Files.createFile(HOME.resolve(Newer.mark(part)));
    }

    /** How often a variant struck so far. */
    public long strikes(Variant variant) {
        try {
            return counted(variant);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The next chat node that has a message acknowledged by the log stops there, before it delivers it to anybody. */
    public static void stopBeforeDelivery() throws IOException {
        Files.deleteIfExists(HOME.resolve(Stillness.STOPPED));
        Files.createFile(HOME.resolve(Stillness.ASKED));
    }

    /** Who stopped there, and with which message; empty until then. */
    public static Optional<Stopped> stopped() {
        try {
            Path file = HOME.resolve(Stillness.STOPPED);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> words = List.of(Files.readString(file).split(" ", 2));
            return Optional.of(new Stopped(Long.parseLong(words.getFirst()), words.getLast()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A process that stands still, and the message that it holds. */
    public record Stopped(long pid, String message) {}

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
