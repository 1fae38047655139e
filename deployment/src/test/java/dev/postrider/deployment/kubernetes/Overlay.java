package dev.postrider.deployment.kubernetes;

import dev.postrider.deployment.Checkout;
import dev.postrider.deployment.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One overlay as it is applied, with the secrets of a new installation. */
enum Overlay {
    LOCAL,
    PRODUCTION;

    private static final int SECONDS_MAX = 60;

    Path folder() {
        return Checkout.file("k8s/overlays/" + name().toLowerCase(Locale.ROOT));
    }

    /** Rendered by {@code kubectl kustomize}; ends the test where there is none. */
    Manifests rendered() {
        Tools.need("kubectl");
        return Manifests.read(output("kubectl", "kustomize", folder().toString()), secrets());
    }

    /** The files one by one, before any patch: what can be looked at without {@code kubectl}. */
    Manifests raw() {
        try (Stream<Path> files = Stream.of(Checkout.file("k8s/base"), Checkout.file("k8s/kafka"), folder())
                .flatMap(Overlay::files)) {
            return Manifests.read(Stream.concat(
                            files.filter(file -> !file.endsWith("kustomization.yaml"))
                                    .map(Checkout::text),
                            Stream.of(secrets()))
                    .toArray(String[]::new));
        }
    }

    private static String secrets() {
        return output("sh", Checkout.file("k8s/make-secrets.sh").toString());
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String output(String... words) {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(List.of(words) + " failed");
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
