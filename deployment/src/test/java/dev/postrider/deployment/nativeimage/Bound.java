package dev.postrider.deployment.nativeimage;

import dev.postrider.deployment.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What JSON may be read into and written from: all records and enums of a module, and its sealed types. More than is
 * bound, so that nobody has to think of a list; that nothing is missing shows BoundTypesTest in the module e2e.
 */
record Bound(String module) {
    static final List<String> MODULES =
            List.of("contracts", "auth-service", "history-service", "chat-service", "api-gateway");

    private static final Set<String> DATA = Set.of("java.lang.Record", "java.lang.Enum");

    Path file() {
        return Checkout.file("%s/src/main/resources/META-INF/native-image/dev.postrider/%s/reflect-config.json"
                .formatted(module, module));
    }

    /** The file as it must be. */
    String config() {
        return types().stream().map(type -> """
                          {
                            "name": "%s",
                            "allDeclaredConstructors": true,
                            "allDeclaredMethods": true,
                            "allDeclaredFields": true,
                            "allDeclaredClasses": true
                          }""".formatted(type)).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    /** Their binary names; read from the class files, since types of services cannot be loaded here. */
    List<String> types() {
        Path classes = Checkout.file(module + "/target/classes");
        try (Stream<Path> files = Files.walk(classes.resolve("dev/postrider"))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .map(Bound::read)
                    .filter(Bound::data)
                    .map(model -> model.thisClass().asInternalName().replace('/', '.'))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean data(ClassModel type) {
        return type.findAttribute(Attributes.permittedSubclasses()).isPresent()
                || type.superclass()
                        .map(above -> DATA.contains(name(above.asSymbol())))
                        .orElse(false);
    }

    private static String name(ClassDesc type) {
        return type.packageName() + "." + type.displayName();
    }

    private static ClassModel read(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
