package dev.postrider.gateway.limit;

import dev.postrider.gateway.GatewayConfig;

/** What a caller may take a minute. The word is the policy's name in the RateLimit headers. */
public enum Share {
    CALLS("calls", By.USER),
    SEARCHES("searches", By.USER),
    SIGN_INS("sign-ins", By.ADDRESS),
    OPEN_CALLS("open-calls", By.ADDRESS),
    UPGRADES("upgrades", By.ADDRESS),
    FREE("free", By.NOBODY);

    /** Whose share it is. */
    public enum By {
        USER,
        ADDRESS,
        NOBODY
    }

    private final String policy;
    private final By by;

    Share(String policy, By by) {
        this.policy = policy;
        this.by = by;
    }

    public String policy() {
        return policy;
    }

    public By by() {
        return by;
    }

    /** How many a minute. */
    public int perMinute(GatewayConfig.Limits limits) {
        return switch (this) {
            case CALLS -> limits.callsPerUser();
            case SEARCHES -> limits.searchesPerUser();
            case SIGN_INS -> limits.signInsPerAddress();
            case OPEN_CALLS -> limits.openCallsPerAddress();
            case UPGRADES -> limits.upgradesPerAddress();
            case FREE -> Integer.MAX_VALUE;
        };
    }
}
