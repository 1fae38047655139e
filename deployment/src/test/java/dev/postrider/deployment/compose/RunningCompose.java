package dev.postrider.deployment.compose;

import dev.postrider.deployment.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the Compose file once for all tests that ask for it, and stops it after the last one. */
public final class RunningCompose implements ParameterResolver {
    private static final ExtensionContext.Namespace KEPT = ExtensionContext.Namespace.create(RunningCompose.class);

    private record Kept(Running running) implements AutoCloseable {
        @Override
        public void close() {
            running.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(KEPT)
                .getOrComputeIfAbsent("running", nothing -> new Kept(start()), Kept.class)
                .running();
    }

    private static Running start() {
        Path home = Path.of("target", "compose").toAbsolutePath();
        try {
            if (Files.exists(home)) {
                try (Stream<Path> files = Files.walk(home)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            return Running.up(ComposeFile.read(Interpolation.of(Checkout.text(".env"))), home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
