package dev.postrider.auth.limit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Small limits, so that they are reached soon. */
public class TightLimits implements QuarkusTestProfile {
    public static final int PER_ADDRESS = 5;
    public static final int PER_ACCOUNT = 3;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "auth.limits.sign-ins-per-address-minute", Integer.toString(PER_ADDRESS),
                "auth.limits.failed-per-account-hour", Integer.toString(PER_ACCOUNT));
    }
}
