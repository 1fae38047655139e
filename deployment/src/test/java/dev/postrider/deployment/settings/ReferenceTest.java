package dev.postrider.deployment.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.deployment.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    @Test
    void thePageIsWhatTheCodeSays() throws IOException {
        if (Boolean.getBoolean("reference.write")) {
            Files.writeString(Checkout.file("docs/settings.md"), Reference.page());
        }

        assertEquals(
                Reference.page(),
                Checkout.text("docs/settings.md"),
                "stale: mvn -pl deployment test -Dtest=ReferenceTest -Dreference.write=true");
    }

    @Test
    void everySettingSaysWhatItMeans() {
        for (String service : Checkout.SERVICES) {
            assertEquals(
                    List.of(),
                    KnownSettings.of(service).own().stream()
                            .filter(setting -> setting.sentence().isEmpty())
                            .map(Setting::name)
                            .toList());
        }
    }

    @Test
    void aSettingIsReadWithItsNameDefaultAndSentence() {
        Setting read =
                KnownSettings.of("chat-service").setting("chat.socket.back-off").orElseThrow();

        assertEquals("CHAT_SOCKET_BACK_OFF", read.variable());
        assertEquals(Optional.of("PT10S"), read.preset());
        assertTrue(read.sentence().startsWith("For how long a sign-in"), read.sentence());
        assertFalse(KnownSettings.of("auth-service").variables().contains("CHAT_SOCKET_BACK_OFF"));
    }
}
