package dev.postrider.base.start;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Ends the start of a service in production, before it opens a door, where any rule is broken. */
@ApplicationScoped
public class SafeStart {
    private static final int FIRST = 1;

    private final List<StartRules> rules;

    SafeStart(@All List<StartRules> rules) {
        this.rules = rules;
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent event) {
        if (inProduction()) {
            check(rules);
        }
    }

    /** Whether this process runs in the profile of production, which is the one where none is named. */
    public static boolean inProduction() {
        return ConfigUtils.isProfileActive("prod");
    }

    /** @throws UnsafeStartException naming all that is broken, not only the first */
    static void check(List<? extends StartRules> rules) {
        List<Unsafe> broken =
                rules.stream().flatMap(rule -> rule.broken().stream()).toList();
        if (!broken.isEmpty()) {
            throw new UnsafeStartException(broken);
        }
    }
}
