package dev.postrider.auth.ops;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import dev.postrider.auth.support.ControlTail;
import dev.postrider.auth.support.Person;
import dev.postrider.auth.support.Servers;
import dev.postrider.base.identity.TokenVerifier;
import dev.postrider.contracts.control.ControlRecord.Profile;
import dev.postrider.testkit.server.EmbeddedKafka;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
class OutboxTest {
    @Inject
    ControlTail control;

    @Inject
    TokenVerifier verifier;

    @Inject
    Pool pool;

    @Test
    void anEndDecidedWhileKafkaIsAwayIsToldOnceItIsBack() {
        Person.Browser browser = Person.registered("wren").browser();
        String session = verifier.verify(browser.access()).sessionId();
        EmbeddedKafka kafka = EmbeddedKafka.shared();
        kafka.pause();
        try {
            browser.authCalls().post("/api/auth/logout").then().statusCode(204);
            assertThat("refused here without Kafka", browser.meStatus(), equalTo(401));
            await().pollDelay(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(rows(), greaterThan(0L)));
        } finally {
            kafka.resume();
        }

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(control.heardEndOf(session), is(true)));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(rows(), equalTo(0L)));
    }

    @Test
    void aRowThatACrashLeftBehindIsPublished() {
        String key = "session:left-behind";
        byte[] record =
                ("{\"type\":\"session-ended\",\"session\":\"left-behind\",\"user\":\"u\",\"until\":\"2099-01-01T00:00:00.000Z\"}")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);

        pool.preparedQuery("insert into outbox (id, record_key, payload) values (?, ?, ?)")
                .execute(io.vertx.mutiny.sqlclient.Tuple.of(
                        "00000000000000000000000001", key, io.vertx.core.buffer.Buffer.buffer(record)))
                .await()
                .atMost(Duration.ofSeconds(5));

        await().untilAsserted(() -> assertThat(control.heardEndOf("left-behind"), is(true)));
    }

    @Test
    void aChangedProfileIsTold() {
        Person.Browser browser = Person.registered("moss").browser();

        browser.calls()
                .body(Map.of("displayName", "Moss of the wall"))
                .patch("/api/auth/me")
                .then()
                .statusCode(200);

        await().untilAsserted(() -> assertThat(
                control.heard().stream()
                        .anyMatch(one -> one instanceof Profile profile
                                && profile.user().displayName().equals("Moss of the wall")),
                is(true)));
    }

    private long rows() {
        return pool.query("select count(*) as n from outbox")
                .execute()
                .await()
                .atMost(Duration.ofSeconds(5))
                .iterator()
                .next()
                .getLong("n");
    }
}
