package dev.postrider.stack.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What this stack is to be like.
 *
 * @param home the folder with the modules; relative paths start there
 * @param forServices keys that are handed on to the service whose prefix they bear, as they are
 */
public record StackSettings(Path home, Map<Setting, String> values, Map<String, String> forServices) {
    /** Of keys that every service understands. */
    private static final List<String> OF_ALL = List.of("quarkus", "postrider.tracing");

    /** Of keys that only services understand. */
    public static final List<String> SERVICE_PREFIXES = Stream.concat(
                    Stream.of("auth", "chat", "history", "gateway"), OF_ALL.stream())
            .toList();

    public StackSettings {
        values = Map.copyOf(values);
        forServices = Map.copyOf(forServices);
    }

    /** Defaults, then the file where it exists, then {@code flags} by key. */
    public static StackSettings load(Path home, Path file, Map<String, String> flags) {
        Map<String, String> given = new TreeMap<>();
        if (Files.exists(file)) {
            read(file)
                    .forEach((key, value) ->
                            given.put(key.toString(), value.toString().strip()));
        }
        given.putAll(flags);
        return of(home, given, file.getFileName().toString());
    }

    /** @param source where the keys stand, for messages */
    public static StackSettings of(Path home, Map<String, String> given, String source) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        Map<String, String> forServices = new TreeMap<>(LocalLimits.get());
        given.forEach((key, value) -> {
            Optional<Setting> setting = Setting.of(key);
            if (setting.isPresent()) {
                values.put(setting.get(), setting.get().checked(value));
            } else if (SERVICE_PREFIXES.stream().anyMatch(prefix -> key.startsWith(prefix + "."))) {
                forServices.put(key, value);
            } else {
                throw unknown(key, source);
            }
        });
        return new StackSettings(home, values, forServices);
    }

    public String text(Setting setting) {
        return values.getOrDefault(setting, setting.standard());
    }

    public int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    /** Empty where the setting is. */
    public Optional<String> own(Setting setting) {
        return Optional.of(text(setting)).filter(text -> !text.isBlank());
    }

    public Path path(Setting setting) {
        return home.resolve(text(setting)).toAbsolutePath().normalize();
    }

    /** What is to be told to one service: its own prefix and those of all. */
    public Map<String, String> forService(String prefix) {
        Map<String, String> chosen = new TreeMap<>();
        forServices.forEach((key, value) -> {
            if (Stream.concat(Stream.of(prefix), OF_ALL.stream()).anyMatch(one -> key.startsWith(one + "."))) {
                chosen.put(key, value);
            }
        });
        return chosen;
    }

    /** The origins under which people open the page; the first is the one to show them. */
    public List<String> publicOrigins() {
        return own(Setting.PUBLIC_ORIGINS)
                .map(text -> Arrays.stream(text.split(",")).map(String::strip).toList())
                .orElseGet(() -> Stream.of("localhost", "127.0.0.1")
                        .map(name -> "http://" + name + ":" + text(Setting.PORT))
                        .toList());
    }

    private static SettingsException unknown(String key, String source) {
        List<String> known = Arrays.stream(Setting.values()).map(Setting::key).toList();
        String hint = Nearest.to(key, known)
                .map(near -> "Did you mean \"" + near + "\"?")
                .orElse("Every key is described in postrider.example.properties.");
        return new SettingsException("%s: there is no key \"%s\". %s".formatted(source, key, hint));
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new SettingsException(file + " cannot be read: " + unreadable.getMessage());
        }
        return properties;
    }
}
