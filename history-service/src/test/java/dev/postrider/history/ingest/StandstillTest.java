package dev.postrider.history.ingest;

import static dev.postrider.history.support.Api.page;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.history.support.Api;
import dev.postrider.history.support.FreshWorld;
import dev.postrider.history.support.LogPen;
import dev.postrider.history.support.Tables;
import dev.postrider.history.support.Talk;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Where ingest must not go on; each leaves the log in a state for nobody else, so this class has its own world. */
@QuarkusTest
@TestProfile(StandstillTest.Alone.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandstillTest {
    private static final Duration NOTICE_MAX = Duration.ofSeconds(40);

    private final MeterRegistry meters;
    private final String wren = Talk.user();
    private final Talk talk = Talk.between(wren, Talk.user());

    StandstillTest(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Empty topics and tables. */
    public static final class Alone implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(FreshWorld.class));
        }
    }

    @Test
    @Order(1)
    void aNewerSchemaMakesItsPartitionWaitAndNoOther() {
        long before = talk.say(wren, "before");
        LogPen.raw(talk.conversation(), "{\"schema\":99,\"type\":\"message\"}");
        long after = talk.say(wren, "after");
        Talk elsewhere = Stream.generate(() -> Talk.between(wren, Talk.user()))
                .filter(other -> LogPartitions.of(other.conversation()) != LogPartitions.of(talk.conversation()))
                .findFirst()
                .orElseThrow();
        page(wren, elsewhere.conversation(), elsewhere.say(wren, "moves on"), Map.of());

        await().atMost(NOTICE_MAX).until(() -> gauge("postrider.history.partitions.waiting") == 1);

        var page = page(wren, talk.conversation(), before, Map.of());
        assertEquals(List.of("before"), page.getList("messages.body"));
        assertEquals(before, page.getLong("asOf"));
        Api.sync(wren, null, Api.through(talk.conversation(), after)).statusCode(200);
        assertEquals(0, Tables.holding("after").size());
    }

    @Test
    @Order(2)
    void aReplacedTopicStopsIngestWithAnAlarm() {
        FreshWorld.replaceTopics();

        await().atMost(NOTICE_MAX).until(() -> gauge("postrider.history.partitions.stopped") == 64);

        LogPen.raw(talk.conversation(), "of another log");
        assertEquals(0, Tables.holding("of another log").size());
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }
}
