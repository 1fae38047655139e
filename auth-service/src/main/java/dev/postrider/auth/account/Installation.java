package dev.postrider.auth.account;

import dev.postrider.auth.AuthConfig;
import dev.postrider.contracts.rule.Usernames;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/** What the configuration says of people: who may register, and whom it names as administrators. */
@ApplicationScoped
public class Installation {
    private final AuthConfig.Registration registration;
    private final Set<String> administrators;

    Installation(AuthConfig config) {
        this.registration = config.registration();
        this.administrators = config.admins().orElse(Set.of()).stream()
                .map(Usernames::normalised)
                .collect(Collectors.toUnmodifiableSet());
    }

    public AuthConfig.Registration registration() {
        return registration;
    }

    /** Whether they are an administrator for as long as the configuration says so. */
    public boolean names(String username) {
        return administrators.contains(username);
    }
}
