package dev.postrider.e2e.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.postrider.e2e.faulty.FaultySuite;
import dev.postrider.e2e.faulty.agent.Variant;
import dev.postrider.testkit.client.ChatClient;
import dev.postrider.testkit.client.Suite;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Autobahn|Testsuite at a chat node's own door and at the gateway's, the processes being those that are shipped. Only what
 * a text means is taken out of the chat nodes: they say it back. {@code -Dconformance.cases=*} runs all cases, a
 * list with commas those.
 */
class ConformanceTest {
    /** Without 9.*, which sends up to sixteen megabytes at a time; 12 and 13 are not in this version. */
    private static final String QUICK = "1.*,2.*,3.*,4.*,5.*,6.*,7.*,10.*";

    private static final Duration LIMIT = Duration.ofMinutes(20);

    @Test
    void everyCaseEndsAsTheStandardWantsOrAsIsWrittenDown() throws Exception {
        List<String> cases =
                List.of(System.getProperty("conformance.cases", QUICK).split(","));
        try (FaultySuite suite = FaultySuite.start()) {
            URI gateway = suite.suite().gateway();
            String token = token(Suite.at(gateway.toString()));
            suite.become(Variant.ECHO, 0);

            Map<String, Map<String, Outcome>> found = FuzzingClient.run(
                    List.of(
                            new FuzzingClient.Door("node", suite.suite().chatNode(1), token),
                            new FuzzingClient.Door("gateway", gateway, token)),
                    cases,
                    LIMIT);

            List<String> wrong = new ArrayList<>();
            for (var door : found.entrySet()) {
                assertFalse(door.getValue().isEmpty(), door::getKey);
                wrong.addAll(Deviations.read().against(door.getKey(), door.getValue()));
            }
            assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
        }
    }

    private static String token(Suite suite) {
        ChatClient someone = suite.signUp("hurdler");
        return someone.rest()
                .post(
                        "/api/auth/login",
                        Map.of(
                                "username",
                                someone.user().username(),
                                "password",
                                suite.password(),
                                "mode",
                                "token",
                                "device",
                                "conformance"))
                .requireStatus(200)
                .read("accessToken", String.class);
    }
}
