package dev.postrider.testkit.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a client shows who it is. Thread-safe. */
sealed interface Credentials {
    /** Headers for a call or an upgrade. */
    Map<String, String> headers(URI target);

    /** Learns from every answer. */
    void onAnswer(URI target, Map<String, List<String>> headers, JsonNode body);

    /** Body of a call to refresh. */
    Map<String, String> refreshBody();

    /** As apps do: bearer tokens from the bodies of login and refresh. */
    final class Tokens implements Credentials {
        private volatile String access = "";
        private volatile String refresh = "";

        String access() {
            return access;
        }

        @Override
        public Map<String, String> headers(URI target) {
            return access.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + access);
        }

        @Override
        public void onAnswer(URI target, Map<String, List<String>> headers, JsonNode body) {
            if (body.hasNonNull("accessToken")) {
                access = body.get("accessToken").textValue();
                refresh = body.get("refreshToken").textValue();
            }
        }

        @Override
        public Map<String, String> refreshBody() {
            return Map.of("refreshToken", refresh);
        }
    }

    /** As browsers do: cookies by their paths, and the Origin of the page. */
    final class Cookies implements Credentials {
        private final CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        private final String origin;

        Cookies(URI suite) {
            this.origin = suite.getScheme() + "://" + suite.getAuthority();
        }

        @Override
        public Map<String, String> headers(URI target) {
            Map<String, String> headers = new HashMap<>(Map.of("Origin", origin));
            try {
                List<String> cookies = jar.get(http(target), Map.of()).getOrDefault("Cookie", List.of());
                if (!cookies.isEmpty()) {
                    headers.put("Cookie", String.join("; ", cookies));
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return headers;
        }

        @Override
        public void onAnswer(URI target, Map<String, List<String>> headers, JsonNode body) {
            try {
                jar.put(http(target), headers);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public Map<String, String> refreshBody() {
            return Map.of();
        }

        private static URI http(URI target) {
            return URI.create(target.toString().replaceFirst("^ws", "http"));
        }
    }
}
