package dev.postrider.base.identity;

import dev.postrider.base.SharedConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What keeps foreign pages from using a visitor's cookies. Compares whole origins, character by character. */
@ApplicationScoped
public class OriginRule {
    private final Set<String> allowed;

    OriginRule(SharedConfig config) {
        this.allowed = Set.copyOf(config.publicOrigins());
    }

    /** Whether this is one of our public origins. */
    public boolean ours(String origin) {
        return allowed.contains(origin);
    }

    /**
     * Whether a request that carries one of our cookies and changes something may pass.
     *
     * @param site the header Sec-Fetch-Site; counts only where there is no Origin
     */
    public boolean allowsCookieCall(@Nullable String origin, @Nullable String site) {
        return origin == null ? "same-origin".equals(site) : ours(origin);
    }
}
