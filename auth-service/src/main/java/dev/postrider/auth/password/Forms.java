package dev.postrider.auth.password;

import dev.postrider.auth.account.DisplayNames;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.Problem.FieldError;
import dev.postrider.contracts.rule.Usernames;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the bodies of the password calls, all fields at once; failing with 400 that names each wrong one. */
@ApplicationScoped
class Forms {
    private final PasswordRules rules;

    Forms(PasswordRules rules) {
        this.rules = rules;
    }

    NewAccount registration(@Nullable RegisterBody body) {
        RegisterBody given = present(body);
        List<FieldError> errors = new ArrayList<>();
        String username =
                Usernames.normalised(Optional.ofNullable(given.username()).orElse(""));
        if (!Usernames.isUsername(username)) {
            errors.add(new FieldError(
                    "username",
                    "invalid",
                    "must be 3 to 30 of a-z, 0-9, dot, dash, underscore, first a letter or digit"));
        }
        String wanted = given.displayName() == null ? username : given.displayName();
        Optional<String> displayName = DisplayNames.accepted(wanted);
        if (displayName.isEmpty() && given.displayName() != null) {
            errors.add(new FieldError("displayName", "invalid", "must be a line of 1 to 64 characters"));
        }
        rules.check("password", given.password()).ifPresent(errors::add);
        refuse(errors);
        return new NewAccount(
                username, displayName.orElse(username), required("password", given.password()), given.invite());
    }

    /** The new password of a change or reset, if it may be one. */
    String next(@Nullable String next) {
        rules.check("next", next).ifPresent(wrong -> refuse(List.of(wrong)));
        return required("next", next);
    }

    static String required(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw ProblemException.invalid(field, "required", "is required");
        }
        return value;
    }

    /** A password to compare with; an absurdly long one is refused like a wrong form, whoever it is for. */
    static String comparable(String field, @Nullable String password) {
        String given = required(field, password);
        if (!PasswordRules.worthHashing(given)) {
            throw ProblemException.invalid(field, "too-long", "must have at most 256 characters");
        }
        return given;
    }

    static <T> T present(@Nullable T body) {
        if (body == null) {
            throw ProblemException.invalid("body", "required", "is required");
        }
        return body;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    record RegisterBody(
            @Nullable String username,
            @Nullable String password,
            @Nullable String displayName,
            @Nullable String invite) {}
}
