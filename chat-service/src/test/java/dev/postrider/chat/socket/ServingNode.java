package dev.postrider.chat.socket;

import dev.postrider.testkit.token.TestTokens;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Waits for the node under test. */
final class ServingNode {
    private ServingNode() {}

    /** Until an upgrade is let in. */
    static void await(int port) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> status(port) == 101);
    }

    static int status(int port) {
        return Talker.upgradeStatus(
                port,
                builder -> builder.subprotocols("postrider.v1")
                        .header("Authorization", "Bearer " + TestTokens.access(TestTokens.newUser())));
    }
}
