package dev.postrider.deployment.nativeimage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.deployment.Checkout;
import dev.postrider.deployment.settings.KnownSettings;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Native images cannot be built here; what is known to break them without a word is looked at. */
class NativeRegistrationTest {
    @ParameterizedTest
    @FieldSource("dev.postrider.deployment.nativeimage.Bound#MODULES")
    void everyTypeThatMayBeBoundIsRegistered(String module) throws IOException {
        Bound bound = new Bound(module);
        if (Boolean.getBoolean("reference.write")) {
            Files.createDirectories(bound.file().getParent());
            Files.writeString(bound.file(), bound.config());
        }

        assertEquals(bound.config(), Checkout.text(bound.file()), "stale: ./dev gen");
    }

    @Test
    void everyFrameThatTheSealedTypesPermitIsAmongThem() {
        List<String> registered = new Bound("contracts").types();

        Stream.of(ClientFrame.class, ServerFrame.class, Event.class)
                .flatMap(NativeRegistrationTest::permitted)
                .forEach(type -> assertTrue(registered.contains(type.getName()), type.getName()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth-service", "history-service", "chat-service", "api-gateway"})
    void everyResourceThatAServiceReadsIsIncluded(String module) throws IOException {
        List<PathMatcher> included = Stream.of(
                        KnownSettings.properties(module + "/src/main/resources/application.properties")
                                .getProperty("quarkus.native.resources.includes", "")
                                .split(","))
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                .toList();
        Path resources = Checkout.file(module + "/src/main/resources");
        try (Stream<Path> files = Files.walk(resources)) {
            assertEquals(
                    List.of(),
                    files.filter(Files::isRegularFile)
                            .map(resources::relativize)
                            .filter(file -> !file.toString().equals("application.properties"))
                            .filter(file -> !file.startsWith("META-INF/native-image"))
                            .filter(file -> included.stream().noneMatch(glob -> glob.matches(file)))
                            .toList());
        }
    }

    private static Stream<Class<?>> permitted(Class<?> type) {
        Stream<Class<?>> below = type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(NativeRegistrationTest::permitted)
                : Stream.empty();
        return Stream.concat(Stream.of(type), below);
    }
}
