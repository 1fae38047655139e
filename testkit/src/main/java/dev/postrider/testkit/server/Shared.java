package dev.postrider.testkit.server;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is started once per JVM. Quarkus loads tests, test resources and application with different class loaders, so
 * static fields are not enough: the facts stand in system properties, as text.
 */
record Shared(String part, int port, int otherPort, long pid, Path home) {
    private static final String PREFIX = "testkit.";

    /** Starts nothing twice: everything that looks and then starts does so holding this. */
    static Object lock() {
        return System.getProperties();
    }

    static Optional<Shared> find(String part) {
        @Nullable String text = System.getProperty(PREFIX + part);
        if (text == null) {
            return Optional.empty();
        }
        String[] fields = text.split(" ", 4);
        return Optional.of(new Shared(
                part,
                Integer.parseInt(fields[0]),
                Integer.parseInt(fields[1]),
                Long.parseLong(fields[2]),
                Path.of(fields[3])));
    }

    Shared publish() {
        System.setProperty(PREFIX + part, port + " " + otherPort + " " + pid + " " + home);
        return this;
    }
}
