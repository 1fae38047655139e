package dev.postrider.deployment.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.deployment.compose.Running;
import dev.postrider.deployment.compose.RunningCompose;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jobs that bring tables to this version, run as processes with their own variables. */
@ExtendWith(RunningCompose.class)
class MigrationJobTest {
    @ParameterizedTest
    @CsvSource({"auth-service, auth-service", "history-service, history-service", "chat-service, chat-service-1"})
    void itLooksAtTheTablesAndEndsBeforeAnythingElseBegins(String module, String service, Running compose)
            throws Exception {
        Map<String, String> told = Overlay.LOCAL.raw().pods().stream()
                .filter(pods -> pods.name().equals("Job/migrate-" + module))
                .flatMap(pods -> pods.containers().getFirst().getEnv().stream())
                .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));

        Running.Ended ended = compose.ended(service, told);

        assertEquals(0, ended.code(), ended.said());
        assertTrue(ended.said().contains("No migration necessary"), ended.said());
        assertFalse(ended.said().contains("Keys in force"), "it must not begin to serve");
    }
}
