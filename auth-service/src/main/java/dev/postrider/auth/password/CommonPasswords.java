package dev.postrider.auth.password;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Passwords that are long enough and still guessed first, compared without case. The list is the resource's. */
@ApplicationScoped
class CommonPasswords {
    private static final String RESOURCE = "/common-passwords.txt";

    private final Set<String> known;

    CommonPasswords() {
        try (InputStream list = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(RESOURCE))) {
            this.known = new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean contains(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        return known.contains(lower) || lower.codePoints().distinct().count() <= 2;
    }
}
