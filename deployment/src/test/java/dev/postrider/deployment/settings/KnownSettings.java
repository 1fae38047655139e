package dev.postrider.deployment.settings;

import dev.postrider.deployment.Checkout;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one service can be told.
 *
 * @param own settings of its code and of what all services share, in the order of the sources
 * @param framework what its files set of Quarkus and the clients it brings, by property; changed in the same way
 */
public record KnownSettings(List<Setting> own, Map<String, String> framework) {
    /** Of the framework; set by operators though none of our files does. */
    static final Set<String> STANDARD = Set.of(
            "quarkus.profile",
            "quarkus.http.host",
            "quarkus.http.port",
            "quarkus.management.host",
            "quarkus.management.port",
            "quarkus.datasource.username",
            "quarkus.datasource.password",
            "quarkus.datasource.jdbc.url",
            "quarkus.redis.password",
            "quarkus.init-and-exit",
            "quarkus.flyway.migrate-at-start",
            "quarkus.datasource.rebuild.reactive.url",
            "quarkus.log.console.json.enabled",
            "kafka.bootstrap.servers",
            "smallrye.config.locations");

    /** Of one module, with what it has from service-base. */
    public static KnownSettings of(String module) {
        List<Setting> own = Stream.of(module, "service-base")
                .flatMap(each -> mappings(each).stream())
                .flatMap(file -> ConfigSource.read(file).stream())
                .toList();
        Map<String, String> framework = new TreeMap<>();
        Stream.of(
                        "service-base/src/main/resources/META-INF/microprofile-config.properties",
                        module + "/src/main/resources/application.properties")
                .forEach(file ->
                        properties(file).forEach((key, value) -> framework.put(key.toString(), value.toString())));
        framework
                .keySet()
                .removeIf(key -> key.startsWith("%")
                        || own.stream().anyMatch(set -> set.name().equals(key)));
        return new KnownSettings(own, framework);
    }

    public Set<String> properties() {
        return Stream.of(own.stream().map(Setting::name), framework.keySet().stream(), STANDARD.stream())
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    /** The same as environment variables. */
    public Set<String> variables() {
        return properties().stream().map(Setting::variable).collect(Collectors.toSet());
    }

    Optional<Setting> setting(String name) {
        return own.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    public static Properties properties(String file) {
        Properties properties = new Properties();
        try (Reader in = new StringReader(Checkout.text(file))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static List<Path> mappings(String module) {
        try (Stream<Path> files = Files.walk(Checkout.file(module + "/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> Checkout.text(file).contains("\n@ConfigMapping("))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
