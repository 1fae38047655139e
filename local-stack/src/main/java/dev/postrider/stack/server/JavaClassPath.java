package dev.postrider.stack.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of a child JVM. In a service's test ours holds hundreds of jars, some of which would take over Kafka's
 * logging: only the libraries this module was built with are handed on.
 */
final class JavaClassPath {
    private static final String LIST = "libraries.txt";

    private JavaClassPath() {}

    static String ofServers() {
        Set<String> wanted = libraries();
        Stream<String> jars = entries().filter(entry -> wanted.contains(artifact(new File(entry).getName())));
        return Stream.concat(Stream.of(ownPlace()), jars).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<String> entries() {
        String own = ownPlace();
        Path libraries = Path.of(own).resolveSibling("lib");
        File[] beside = own.endsWith(".jar") ? libraries.toFile().listFiles() : null;
        return beside == null
                ? Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                : Arrays.stream(beside).map(File::getPath);
    }

    private static Set<String> libraries() {
        try (InputStream in = JavaClassPath.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException("built without " + LIST + ": run Maven, not the IDE's compiler");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.strip().split("\\|"))
                    .map(path -> artifact(path.substring(path.lastIndexOf('/') + 1)))
                    .collect(Collectors.toSet());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** {@code kafka-clients-4.1.1.jar} is {@code kafka-clients}, whatever version a test's dependencies settled on. */
    static String artifact(String file) {
        return file.replaceFirst("-[0-9][^/]*$", "").replaceFirst("\\.jar$", "");
    }

    private static String ownPlace() {
        try {
            return Path.of(JavaClassPath.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
