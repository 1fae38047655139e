package dev.postrider.deployment.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.deployment.Checkout;
import dev.postrider.deployment.compose.Running;
import dev.postrider.deployment.compose.RunningCompose;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Parts of the running suite are broken in turn: each alert is silent before its fault, fires while it lasts, and the first
 * command of its runbook shows it. Comes after all other tests, for what is broken is not mended.
 */
@EnabledIfSystemProperty(
        named = "test",
        matches = ".+",
        disabledReason =
                "two minutes of faults: only when asked for, as mvn -pl deployment test -Dtest=AlertFaultsTest")
@Order(Integer.MAX_VALUE)
@ExtendWith(RunningCompose.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AlertFaultsTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration UNKNOWN_AFTER = Duration.ofSeconds(90);
    /** Within the rate of one person, and of one mark. */
    private static final Duration A_FRAME = Duration.ofMillis(250);

    private static final Duration A_MARK = Duration.ofSeconds(1);
    private static final int MORE_THAN_THE_ALERT = 24_000;
    private static final Set<String> SEEN = new TreeSet<>();

    private final Running compose;
    private final Prometheus prometheus;
    private final Crowd crowd;
    private final StrangeRecords strange;

    AlertFaultsTest(Running compose) throws IOException {
        this.compose = compose;
        this.prometheus = Prometheus.on(compose);
        this.crowd = Crowd.gather(compose);
        this.strange = new StrangeRecords("127.0.0.1:" + compose.port("kafka", "9092"));
    }

    @AfterAll
    void goHome() {
        compose.resume("kafka");
        compose.resume("chat-service-2");
        crowd.close();
        strange.close();
    }

    @Test
    @Order(1)
    void redisGone() throws Exception {
        Awaitility.await("all nodes have looked at one Redis for two minutes")
                .atMost(Duration.ofMinutes(3))
                .until(() -> !prometheus.firing().contains("PostriderWindowUnsure"));

        compose.kill("redis");

        fires("PostriderWindowUnsure", "postrider_chat_window_sure 0.0");
        compose.startAgain("redis");
    }

    @Test
    @Order(2)
    void logThatAnswersLate() throws Exception {
        silent("PostriderAcceptSlow", "PostriderNodeNotFresh");
        crowd.comeBack();

        compose.pause("kafka");
        crowd.send(5);
        fires("PostriderNodeNotFresh", "\"fresh\": ?false");
        compose.resume("kafka");

        fires("PostriderAcceptSlow", "postrider_chat_accept_seconds_bucket\\{le=\"10.0\"\\} [1-9]");
        ends("PostriderNodeNotFresh");
    }

    @Test
    @Order(3)
    void peopleWhoDoNotRead() throws Exception {
        silent("PostriderSlowReaders");
        crowd.comeBack();

        crowd.writeLettersThatNobodyTakes();

        fires("PostriderSlowReaders", "postrider_chat_closes_total\\{code=\"4008\"\\} [1-9]");
    }

    @Test
    @Order(4)
    void nodeThatStandsStill() throws Exception {
        silent("PostriderPartDown", "PostriderFewChatNodes");

        compose.pause("chat-service-2");

        fires("PostriderPartDown", "chat-service-2", "timed out");
        fires("PostriderFewChatNodes", "gateway_nodes_ready 1.0");
        compose.resume("chat-service-2");
        ends("PostriderPartDown", "PostriderFewChatNodes", "PostriderNodeNotFresh");
    }

    @Test
    @Order(5)
    void recordsThatAreNotOurs() throws Exception {
        silent("PostriderDeadRecords", "PostriderNewerSchema");
        int theirs = LogPartitions.of(crowd.conversation());

        strange.write((theirs + 1) % LogPartitions.COUNT, "no letter");
        strange.write((theirs + 2) % LogPartitions.COUNT, "{\"schema\":99,\"type\":\"song\"}");

        fires("PostriderDeadRecords", "postrider_history_ingest_dead_total\\{topic=\"chat.log\"\\} 1.0");
        fires("PostriderNewerSchema", "postrider_history_partitions_waiting 1.0");
    }

    @Test
    @Order(6)
    void databaseAwayWhileMuchIsWrittenAndThenDeleted() throws Exception {
        silent("PostriderIngestLag", "PostriderPartitionStopped");

        compose.kill("mariadb");
        strange.writeMany(crowd.conversation(), crowd.somebody(), MORE_THAN_THE_ALERT);

        fires("PostriderIngestLag", "postrider_history_ingest_lag\\{topic=\"chat.log\"\\} 2\\d{4}");
        strange.deleteAll(LogPartitions.of(crowd.conversation()));
        compose.startAgain("mariadb");
        fires("PostriderPartitionStopped", "postrider_history_partitions_stopped 1.0");
    }

    @Test
    @Order(7)
    void logThatStandsStill() throws Exception {
        silent("PostriderRejectsUnavailable", "PostriderUnknownAnswers", "PostriderMarksLost");
        crowd.comeBack();

        compose.pause("kafka");
        crowd.send(4);
        Awaitility.await("new frames are refused")
                .pollInterval(A_FRAME)
                .atMost(SOON)
                .until(() -> {
                    crowd.send(1);
                    return prometheus.firing().contains("PostriderRejectsUnavailable");
                });
        fires("PostriderRejectsUnavailable", "code=\"unavailable\"\\} [1-9]");
        Awaitility.await("marks are lost").pollInterval(A_MARK).atMost(SOON).until(() -> {
            crowd.mark();
            return prometheus.firing().contains("PostriderMarksLost");
        });
        fires("PostriderMarksLost", "postrider_chat_marks_lost_total [1-9]");
        fires("PostriderUnknownAnswers", "answer=\"unknown\",code=\"\"\\} [1-9]");
        compose.resume("kafka");
    }

    @Test
    @Order(8)
    void noAlertWasLeftOut() {
        assertEquals(
                new TreeSet<>(Query.alerts().stream().map(Query.Alert::name).toList()), SEEN);
    }

    private void ends(String... alerts) {
        Awaitility.await(List.of(alerts) + " end")
                .atMost(SOON)
                .until(() -> Collections.disjoint(prometheus.firing(), Set.of(alerts)));
    }

    private void silent(String... alerts) throws Exception {
        for (String alert : alerts) {
            assertTrue(!prometheus.firing().contains(alert), alert + " fires before anything was broken");
        }
    }

    private void fires(String alert, String shown) throws Exception {
        fires(alert, "chat-service-1", shown);
    }

    /** Awaits the alert, then the first command of its runbook, asked of that chat node, shows this. */
    private void fires(String alert, String chat, String shown) throws Exception {
        Awaitility.await(alert)
                .atMost(UNKNOWN_AFTER)
                .until(() -> prometheus.firing().contains(alert));
        String said = firstCommandOf(alert, chat);
        assertTrue(Pattern.compile(shown).matcher(said).find(), () -> alert + ": " + said);
        SEEN.add(alert);
    }

    private String firstCommandOf(String alert, String chat) throws IOException, InterruptedException {
        String page = Checkout.text("docs/runbook.md");
        String own = page.substring(page.indexOf("## " + alert + "\n"));
        String command =
                own.substring(own.indexOf("```bash\n") + 8).lines().findFirst().orElseThrow();
        ProcessBuilder shell = new ProcessBuilder(List.of("bash", "-c", command)).redirectErrorStream(true);
        Map<String, String> places = new HashMap<>();
        places.put("HISTORY", "127.0.0.1:" + compose.port("history-service", "9082"));
        places.put("CHAT", "127.0.0.1:" + compose.port(chat, "9091"));
        places.put("GATEWAY", "127.0.0.1:" + compose.port("api-gateway", "9080"));
        shell.environment().putAll(places);
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
