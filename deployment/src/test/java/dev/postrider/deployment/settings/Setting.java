package dev.postrider.deployment.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * One setting of a service.
 *
 * @param name as a property
 * @param type as in the code, without its package
 * @param preset what holds where nothing is set; empty where it must be set or may be absent
 * @param sentence what it means, and its unit
 */
public record Setting(String name, String type, Optional<String> preset, String sentence) {

    /** The environment variable that sets it. */
    public String variable() {
        return variable(name);
    }

    static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
