package dev.postrider.stack.run;

import dev.postrider.stack.settings.StackSettings;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** What the running stack was started with, so that {@code status} needs no flags. Holds secrets: for its owner only. */
public final class RunningSettings {
    private static final String FILE = "settings.properties";

    private RunningSettings() {}

    public static void save(StackSettings settings, Path run) {
        Properties properties = new Properties();
        settings.values().forEach((setting, value) -> properties.setProperty(setting.key(), value));
        properties.putAll(settings.forServices());
        try {
            Files.createDirectories(run);
            Path beside = Files.createTempFile(
                    run,
                    FILE,
                    ".part",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (Writer out = Files.newBufferedWriter(beside)) {
                properties.store(out, null);
            }
            Files.move(beside, run.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Empty where nothing was ever started in that folder. */
    public static Optional<StackSettings> load(Path home, Path run) {
        Path file = run.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Map<String, String> given = new TreeMap<>();
        properties.forEach((key, value) -> given.put(key.toString(), value.toString()));
        return Optional.of(StackSettings.of(home, given, FILE));
    }
}
