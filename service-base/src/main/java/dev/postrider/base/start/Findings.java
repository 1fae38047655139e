package dev.postrider.base.start;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Gathers what is unsafe, so that the rules of a service read as a table. Not thread-safe. */
public final class Findings {
    private static final int SECRET_CHARS_MIN = 32;
    private static final int PASSWORD_CHARS_MIN = 12;
    private static final Set<String> GUESSED_FIRST =
            Set.of("postrider", "password", "changeme", "secret", "root", "admin", "mysql", "mariadb");

    private final List<Unsafe> found = new ArrayList<>();

    /** A secret of ours: long, and not one that stands in the sources. */
    public Findings secret(String property, String value) {
        if (value.startsWith("development-")) {
            return add(property, "is the one for development, known to everyone");
        }
        return value.length() < SECRET_CHARS_MIN
                ? add(property, "is shorter than " + SECRET_CHARS_MIN + " characters")
                : this;
    }

    /** The password of a database's account: there, long, not its user's name and none that is guessed first. */
    public Findings password(String property, Optional<String> user, Optional<String> password) {
        String given = password.orElse("");
        if (given.isBlank()) {
            return add(property, "is missing");
        }
        boolean guessed = GUESSED_FIRST.contains(given.toLowerCase(Locale.ROOT))
                || user.filter(given::equalsIgnoreCase).isPresent();
        if (guessed) {
            return add(property, "is a default that is guessed first");
        }
        return given.length() < PASSWORD_CHARS_MIN
                ? add(property, "is shorter than " + PASSWORD_CHARS_MIN + " characters")
                : this;
    }

    /** Origins that may send cookies: exact, https, and not this machine. */
    public Findings origins(String property, List<String> origins) {
        for (String origin : origins) {
            if (!origin.startsWith("https://")) {
                return add(property, "names an origin without https, so that cookies would be plain");
            }
            if (origin.contains("*")) {
                return add(property, "is open: it names an origin with *");
            }
            if (isThisMachine(origin)) {
                return add(property, "names this machine, where nobody else opens a page");
            }
        }
        return origins.isEmpty() ? add(property, "names no origin") : this;
    }

    /** A limit: at least one, and not so high that it is none. */
    public Findings limit(String property, long value, long most) {
        if (value < 1) {
            return add(property, "is no limit: it must be 1 or more");
        }
        return value > most ? add(property, "is as good as no limit: it may be %,d at most".formatted(most)) : this;
    }

    public List<Unsafe> all() {
        return List.copyOf(found);
    }

    private Findings add(String property, String why) {
        found.add(new Unsafe(property, why));
        return this;
    }

    private static boolean isThisMachine(String origin) {
        String host = Optional.ofNullable(URI.create(origin).getHost()).orElse("");
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
