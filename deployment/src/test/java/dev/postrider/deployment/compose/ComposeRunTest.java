package dev.postrider.deployment.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.deployment.Checkout;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The commands, variables and health checks of docker-compose.yml, run as they stand there. */
@ExtendWith(RunningCompose.class)
class ComposeRunTest {
    private static final String SECRETS = "-secrets";

    @Test
    void twoPeopleChatOnWhatTheFileStarts(Running compose) throws Exception {
        URI gateway = compose.gateway();
        Caller wren = Caller.register(gateway, "wren");
        Caller moss = Caller.register(gateway, "moss");

        assertFalse(wren.send(moss, "The mail is through.").isEmpty());

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertTrue(moss.read(wren).contains("The mail is through."), moss.read(wren)));
    }

    @Test
    void everyHealthCheckOfOursPasses(Running compose) throws Exception {
        for (String service :
                List.of("auth-service", "history-service", "chat-service-1", "chat-service-2", "api-gateway")) {
            assertTrue(compose.healthy(service), service);
        }
    }

    @Test
    void secretsAreKeptWhenTheStepRunsAgain(Running compose) throws IOException {
        String before = secrets(compose, "auth") + secrets(compose, "chat");

        compose.secrets();

        assertEquals(before, secrets(compose, "auth") + secrets(compose, "chat"));
    }

    @Test
    void everyReaderSeesItsOwnSecretsOnlyAndNobodyElseReadsThem(Running compose) throws IOException {
        assertTrue(secrets(compose, "auth").contains("auth.key-encryption-secret="));
        for (String other : List.of("chat", "history", "gateway")) {
            assertFalse(secrets(compose, other).contains("auth."), other);
        }
        assertFalse(secrets(compose, "gateway").contains("datasource"));
        for (String reader : List.of("auth", "chat", "history", "gateway", "redis", "database", "grafana")) {
            try (var files = Files.list(compose.volume(reader + SECRETS))) {
                for (Path file : files.toList()) {
                    assertEquals(
                            Set.of(PosixFilePermission.OWNER_READ),
                            Files.getPosixFilePermissions(file),
                            file::toString);
                }
            }
        }
    }

    @Test
    void productionRefusesWhatTheFilePresets(Running compose) throws IOException {
        String said = compose.refusal("history-service", Map.of("QUARKUS_PROFILE", "prod"));

        assertTrue(said.contains("postrider.public-origins names an origin without https"), said);
        assertTrue(said.contains("docs/operations.md#before-production"), said);
        assertFalse(said.contains("quarkus.datasource.password"), "the generated password is a good one");
    }

    @Test
    void productionRefusesTopicsInOneCopy(Running compose) throws IOException {
        String said = compose.refusal(
                "chat-service-2",
                Map.of("QUARKUS_PROFILE", "prod", "POSTRIDER_PUBLIC_ORIGINS", "https://chat.example.org"));

        assertTrue(said.contains("replication of topic chat.log is 1"), said);
        assertTrue(said.contains("min.insync.replicas of topic chat.control is 1"), said);
    }

    private static String secrets(Running compose, String reader) {
        return Checkout.text(compose.volume(reader + SECRETS).resolve("secrets.properties"));
    }
}
