package dev.postrider.deployment.nativeimage;

import dev.postrider.deployment.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types of the contracts that JSON is read into and written from: records, enums, and the sealed types above them. */
final class Bound {
    static final Path FILE = Checkout.file(
            "contracts/src/main/resources/META-INF/native-image/dev.postrider/contracts/reflect-config.json");

    private static final String PACKAGE = "dev.postrider.contracts";

    private Bound() {}

    /** The file as it must be. */
    static String config() {
        return types().stream()
                .map(type -> """
                          {
                            "name": "%s",
                            "allDeclaredConstructors": true,
                            "allDeclaredMethods": true,
                            "allDeclaredFields": true,
                            "allDeclaredClasses": true
                          }""".formatted(type.getName()))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    static List<Class<?>> types() {
        Path classes = Checkout.file("contracts/target/classes");
        try (Stream<Path> files = Files.walk(classes.resolve(PACKAGE.replace('.', '/')))) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("package-info"))
                    .map(name -> name.replace('/', '.').replaceFirst("\\.class$", ""))
                    .sorted()
                    .<Class<?>>map(Bound::load)
                    .filter(type -> type.isRecord() || type.isEnum() || type.isSealed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Bound.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
