package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import dev.postrider.testkit.client.Rest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A new key signs soon after the command; every verifier knows it by then, and old tokens stay good. */
@WithSuite
class KeyRotationTest {
    private static final List<String> EVERYWHERE = List.of("/api/auth/me", "/api/conversations", "/api/drafts");

    private final Suite suite;

    KeyRotationTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void rotatedKeyIsTakenByEveryServiceWithoutRestartAndOldTokensStayGood() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Rest before = wren.rest();
        String oldKey = keyOf(before);

        suite.rotateKeys();

        Awaitility.await("a token of the new key")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    wren.signsIn();
                    return !keyOf(wren.rest()).equals(oldKey);
                });
        assertNotEquals(oldKey, keyOf(wren.rest()));
        for (String path : EVERYWHERE) {
            assertEquals(200, wren.rest().get(path).status(), path);
            assertEquals(200, before.get(path).status(), path);
        }
        try (Device one = wren.opensAt(suite.chatNode(1));
                Device two = wren.opensAt(suite.chatNode(2))) {
            one.catchesUp();
            two.catchesUp();
        }
    }

    private static String keyOf(Rest rest) {
        String header = rest.accessToken().substring(0, rest.accessToken().indexOf('.'));
        return new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8)
                .replaceFirst(".*\"kid\":\"([^\"]+)\".*", "$1");
    }
}
