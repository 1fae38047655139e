package dev.postrider.gateway.listen;

import dev.postrider.gateway.GatewayConfig;
import java.util.List;
import java.util.regex.Pattern;

/** Refuses to start with origins that would open the door: a list with a mistake in it must not be read generously. */
final class OriginCheck {
    private static final Pattern ORIGIN =
            Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\\[[0-9a-f:]+](:[0-9]{1,5})?");

    private OriginCheck() {}

    /** @throws IllegalStateException that names the property */
    static void check(GatewayConfig config) {
        if (config.publicOrigins().isEmpty()) {
            throw new IllegalStateException("gateway.public-origins is empty: name the address people use.");
        }
        all("gateway.public-origins", config.publicOrigins());
        all("gateway.cors.origins", config.cors().origins().orElse(List.of()));
    }

    private static void all(String property, List<String> origins) {
        for (String origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalStateException(
                        property + " wants exact origins such as https://chat.example.org, not " + origin);
            }
        }
    }
}
