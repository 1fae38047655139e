package dev.postrider.auth.password;

import dev.postrider.auth.AuthConfig;
import dev.postrider.contracts.rest.Problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a new password must be: long enough, not endless, and not among the first that anybody would try. */
@ApplicationScoped
public class PasswordRules {
    private static final int CHARS_MAX = 256;
    private static final int BYTES_MAX = 1_024;

    private final int charsMin;
    private final CommonPasswords common;

    PasswordRules(AuthConfig config, CommonPasswords common) {
        this.charsMin = config.passwords().charsMin();
        this.common = common;
    }

    /** What is wrong with it, if anything. */
    public Optional<FieldError> check(String field, @Nullable String password) {
        if (password == null) {
            return wrong(field, "required", "is required");
        }
        int chars = password.codePointCount(0, password.length());
        if (chars < charsMin) {
            return wrong(field, "too-short", "must have at least %d characters".formatted(charsMin));
        }
        if (chars > CHARS_MAX || password.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
            return wrong(field, "too-long", "must have at most %d characters".formatted(CHARS_MAX));
        }
        return common.contains(password)
                ? wrong(field, "too-common", "is among the first that others would try")
                : Optional.empty();
    }

    /** Whether it could have been anybody's password at all; longer ones are not hashed. */
    public static boolean worthHashing(@Nullable String password) {
        return password != null
                && !password.isEmpty()
                && password.length() <= 2 * CHARS_MAX
                && password.getBytes(StandardCharsets.UTF_8).length <= BYTES_MAX;
    }

    private static Optional<FieldError> wrong(String field, String code, String detail) {
        return Optional.of(new FieldError(field, code, detail));
    }
}
