package dev.postrider.stack.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The contract's column "Local stack": looser limits, because one address plays many people there. */
final class LocalLimits {
    private LocalLimits() {}

    static Map<String, String> get() {
        Properties properties = new Properties();
        try (InputStream in = LocalLimits.class.getResourceAsStream("local-limits.properties")) {
            if (in == null) {
                throw new IllegalStateException("built without local-limits.properties");
            }
            properties.load(in);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Map<String, String> limits = new TreeMap<>();
        properties.forEach((key, value) -> limits.put(key.toString(), value.toString()));
        return limits;
    }
}
