package dev.postrider.auth;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class AuthConfigTest {
    private static final Map<String, String> NEEDED = Map.of("auth.key-encryption-secret", "x".repeat(32));

    @Test
    void theDefaultsAreThoseOfTheContract() {
        AuthConfig config = read(Map.of());

        assertThat(config.accessLifetime(), equalTo(Duration.ofMinutes(15)));
        assertThat(config.refreshLifetime(), equalTo(Duration.ofDays(30)));
        assertThat(config.sessionLifetime(), equalTo(Duration.ofDays(180)));
        assertThat(config.refreshGrace(), equalTo(Duration.ofSeconds(30)));
        assertThat(config.ticketLifetime(), equalTo(Duration.ofSeconds(30)));
        assertThat(config.registration(), equalTo(AuthConfig.Registration.open));
        assertThat(config.passwords().charsMin(), equalTo(12));
        assertThat(config.passwords().memoryKib(), equalTo(19 * 1024));
        assertThat(config.passwords().passes(), equalTo(2));
        assertThat(config.limits().signInsPerAddressMinute(), equalTo(20));
        assertThat(config.limits().failedPerAccountHour(), equalTo(100));
        assertThat(config.keyLead(), greaterThan(Duration.ofSeconds(60)));
    }

    @Test
    void everyKindOfPropertyCanBeOverridden() {
        AuthConfig config = read(Map.of(
                "auth.access-lifetime", "5m",
                "auth.registration", "invitation",
                "auth.admins", "wren,moss",
                "auth.passwords.chars-min", "16",
                "auth.limits.sign-ins-per-address-minute", "1000"));

        assertThat(config.accessLifetime(), equalTo(Duration.ofMinutes(5)));
        assertThat(config.registration(), equalTo(AuthConfig.Registration.invitation));
        assertThat(config.admins().orElseThrow(), equalTo(Set.of("wren", "moss")));
        assertThat(config.passwords().charsMin(), equalTo(16));
        assertThat(config.limits().signInsPerAddressMinute(), equalTo(1_000));
    }

    @Test
    void withoutASecretForTheKeysNothingStarts() {
        Exception refused = Assertions.assertThrows(ConfigValidationException.class, () -> build(Map.of()));

        assertThat(refused.getMessage(), containsString("auth.key-encryption-secret"));
    }

    private static AuthConfig read(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(NEEDED);
        all.putAll(given);
        return build(all);
    }

    private static AuthConfig build(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withConverter(Duration.class, 300, new io.quarkus.runtime.configuration.DurationConverter())
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withMapping(AuthConfig.class)
                .build()
                .getConfigMapping(AuthConfig.class);
    }
}
