package dev.postrider.stack;

import dev.postrider.stack.settings.Setting;
import dev.postrider.stack.settings.SettingsException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The command line, understood.
 *
 * @param flags settings by key, stronger than the file
 */
record Arguments(
        Verb verb, Path home, Path settings, Map<String, String> flags, boolean fresh, boolean detach, boolean json) {
    enum Verb {
        up,
        down,
        status,
        rotate_keys,
        rebuild
    }

    /** @throws SettingsException where it cannot be understood */
    static Arguments parse(List<String> words) {
        Deque<String> left = new ArrayDeque<>(words);
        Verb verb = verb(left.isEmpty() ? "" : left.removeFirst());
        Path home = Path.of("").toAbsolutePath();
        Path settings = Path.of("postrider.properties");
        Map<String, String> flags = new TreeMap<>();
        boolean fresh = false;
        boolean detach = false;
        boolean json = false;
        while (!left.isEmpty()) {
            String flag = left.removeFirst();
            switch (flag) {
                case "--fresh" -> fresh = only(verb, Verb.up, flag);
                case "--detach" -> detach = only(verb, Verb.up, flag);
                case "--json" -> json = only(verb, Verb.status, flag);
                case "--home" -> home = Path.of(value(flag, left)).toAbsolutePath();
                case "--settings" -> settings = Path.of(value(flag, left));
                case "--nodes" -> flags.put(Setting.NODES.key(), value(flag, left));
                case "--port" -> flags.put(Setting.PORT.key(), value(flag, left));
                case "--set" -> set(value(flag, left), flags);
                default -> throw new SettingsException("There is no flag " + flag + ".");
            }
        }
        return new Arguments(verb, home, home.resolve(settings), flags, fresh, detach, json);
    }

    private static Verb verb(String word) {
        for (Verb verb : Verb.values()) {
            if (verb.name().replace('_', '-').equals(word)) {
                return verb;
            }
        }
        throw new SettingsException(
                word.isEmpty() ? "Say up, down, status, rotate-keys or rebuild." : "There is no command " + word + ".");
    }

    private static boolean only(Verb verb, Verb expected, String flag) {
        if (verb != expected) {
            throw new SettingsException(flag + " belongs to " + expected + ".");
        }
        return true;
    }

    private static String value(String flag, Deque<String> left) {
        if (left.isEmpty()) {
            throw new SettingsException(flag + " needs a value.");
        }
        return left.removeFirst();
    }

    private static void set(String pair, Map<String, String> flags) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            throw new SettingsException("--set needs KEY=VALUE.");
        }
        flags.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
}
