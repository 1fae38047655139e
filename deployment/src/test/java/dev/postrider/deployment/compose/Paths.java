package dev.postrider.deployment.compose;

import dev.postrider.deployment.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a container sees at a path, found in a folder of this machine: its mounts, and what its image holds. */
final class Paths {
    private final Path home;

    /** @param home below it lie the volumes, and a folder for each container that stands for its root */
    Paths(Path home) {
        this.home = home.toAbsolutePath();
    }

    Path volume(String name) {
        return home.resolve("volumes").resolve(name);
    }

    /** The text with every path of the container moved. */
    String placed(ComposeService service, String text) {
        String placed = text;
        for (Map.Entry<String, String> mount : service.mounts().entrySet()) {
            link(root(service), mount.getKey(), source(mount.getValue()));
            placed = moved(placed, "/" + mount.getKey().split("/")[1], root(service));
        }
        if (service.module().isPresent()) {
            placed = moved(placed, "/app", image(service));
            placed = moved(placed, "/page", image(service));
        }
        return placed;
    }

    private Path source(String source) {
        return source.startsWith("./") ? Checkout.file(source).normalize() : volume(source);
    }

    private Path root(ComposeService service) {
        return home.resolve("root").resolve(service.name());
    }

    /** As the image's steps lay it out; all links. */
    private Path image(ComposeService service) {
        Path root = root(service);
        String module = service.module().orElseThrow();
        Path built = Checkout.file(module + "/target/quarkus-app");
        for (String name : new String[] {"lib", "quarkus", "app", "quarkus-run.jar"}) {
            link(root, "/app/" + name, built.resolve(name));
        }
        link(root, "/app/healthy.sh", Checkout.file("deploy/docker/healthy.sh"));
        Path page = Checkout.file("web/out");
        link(root, "/page", Files.isDirectory(page) ? page : Checkout.file("deployment/src/test/resources/page"));
        return root;
    }

    private static String moved(String text, String top, Path root) {
        return Pattern.compile("(?<![A-Za-z0-9_./-])" + Pattern.quote(top) + "(?![A-Za-z0-9_-])")
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(root + top));
    }

    private static void link(Path root, String seen, Path source) {
        Path link = root.resolve(seen.substring(1));
        try {
            if (!Files.isSymbolicLink(link)) {
                if (!Files.exists(source)) {
                    Files.createDirectories(source);
                }
                Files.createDirectories(link.getParent());
                Files.createSymbolicLink(link, source);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
