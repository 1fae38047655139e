package dev.postrider.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of this checkout. */
public final class Checkout {
    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** Modules that become an image. */
    public static final List<String> SERVICES =
            List.of("auth-service", "history-service", "chat-service", "api-gateway");

    private Checkout() {}

    public static Path file(String path) {
        return ROOT.resolve(path);
    }

    public static String text(String path) {
        return text(file(path));
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
