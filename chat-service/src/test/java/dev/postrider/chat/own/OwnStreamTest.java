package dev.postrider.chat.own;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.chat.ChatConfig;
import dev.postrider.chat.database.Database;
import dev.postrider.chat.fake.FakeFanout;
import dev.postrider.chat.fake.SilentLog;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.testkit.quarkus.KafkaResource;
import dev.postrider.testkit.quarkus.MariaDbResource;
import dev.postrider.testkit.quarkus.RedisResource;
import dev.postrider.testkit.quarkus.TokensResource;
import dev.postrider.testkit.time.ManualClock;
import dev.postrider.testkit.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the log holds of somebody's settings in the end, when it acknowledges late or never. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(
        value = MariaDbResource.class,
        initArgs = @ResourceArg(name = MariaDbResource.SCHEMA, value = "postrider_chat"))
class OwnStreamTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final MineChange FAVOURITE = new MineChange(null, null, true, null);
    private static final MineChange MUTED = new MineChange(Settings.Notify.none, null, null, null);

    /** Ahead of the clock of the node under which this runs, so that its own sweep leaves these rows alone. */
    private final ManualClock clock = ManualClock.at(Instant.parse("2031-02-03T04:05:06Z"));

    private final SilentLog log = new SilentLog();
    private final String wren = TestTokens.newUser();
    private final String room = "room:" + TestTokens.newUser();
    private final Database database;
    private final PeerHidden hidden;
    private final ChatConfig config;

    OwnStreamTest(Database database, PeerHidden hidden, ChatConfig config) {
        this.database = database;
        this.hidden = hidden;
        this.config = config;
    }

    private OwnStream own() {
        return new OwnStream(new SqlOwn(database, clock), hidden, log, new FakeFanout(), config);
    }

    /** After this nothing that was handed over before can appear any more. */
    private Duration noLater() {
        return config.journal().deliveryTimeout().multipliedBy(2);
    }

    private CompletableFuture<Settings.Mine> changes(MineChange change) {
        int before = log.handedOver();
        CompletableFuture<Settings.Mine> answer =
                own().change(wren, room, change).subscribeAsCompletionStage().toCompletableFuture();
        Awaitility.await().atMost(PATIENCE).until(() -> log.handedOver() > before);
        return answer;
    }

    /** Of this test's person alone: others may have left something, too. */
    private void sweeps(int told) {
        int before = log.handedOver();
        CompletableFuture<Void> done =
                own().sweep(10_000, 100).subscribeAsCompletionStage().toCompletableFuture();
        for (int which = before; which < before + told; which++) {
            int next = which;
            Awaitility.await().atMost(PATIENCE).until(() -> log.handedOver() > next);
            log.takes(next);
        }
        done.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        assertEquals(before + told, log.handedOver());
    }

    private static Settings.Mine last(List<Event> events) {
        return ((Event.Mine) events.getLast()).mine();
    }

    @Test
    void anOlderValueThatComesBehindANewerOneIsOverruled() {
        CompletableFuture<Settings.Mine> older = changes(FAVOURITE);
        CompletableFuture<Settings.Mine> newer = changes(MUTED);
        log.takes(1);
        Settings.Mine answered = newer.join();
        log.takes(0);
        older.join();
        assertEquals(Settings.Notify.all, last(log.holds()).notifyOf());

        sweeps(0);
        clock.advance(noLater());
        sweeps(1);

        assertEquals(answered, last(log.holds()));
        clock.advance(noLater().multipliedBy(3));
        sweeps(0);
    }

    @Test
    void whatWasNeverAcknowledgedIsTakenForComingLate() {
        changes(FAVOURITE);
        CompletableFuture<Settings.Mine> newer = changes(MUTED);
        log.takes(1);
        newer.join();

        clock.advance(noLater());
        log.takes(0);
        sweeps(1);

        assertEquals(newer.join(), last(log.holds()));
    }

    @Test
    void whoStoodStillForLongerThanAnyDoubtIsOverruledToo() {
        changes(FAVOURITE);
        clock.advance(noLater());
        sweeps(1);
        CompletableFuture<Settings.Mine> newer = changes(MUTED);
        log.takes(2);
        newer.join();

        log.takes(0);
        clock.advance(noLater());
        Awaitility.await().atMost(PATIENCE).until(() -> told() == 1);

        assertEquals(newer.join(), last(log.holds()));
    }

    /** How many a sweep tells now. */
    private int told() {
        int before = log.handedOver();
        CompletableFuture<Void> done =
                own().sweep(10_000, 100).subscribeAsCompletionStage().toCompletableFuture();
        Awaitility.await().atMost(PATIENCE).until(() -> done.isDone() || log.handedOver() > before);
        int more = log.handedOver() - before;
        if (more > 0) {
            log.takes(before);
        }
        done.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        return more;
    }

    @Test
    void whatIsAcknowledgedAloneIsToldOnce() {
        CompletableFuture<Settings.Mine> alone = changes(FAVOURITE);
        log.takes(0);
        alone.join();

        clock.advance(noLater().multipliedBy(3));
        sweeps(0);

        assertEquals(1, log.holds().size());
    }

    @Test
    void aLogThatIsSilentHoldsNoConnectionOfTheDatabase() {
        int many = 40;

        IntStream.range(0, many)
                .forEach(other -> own().change(wren, "room:" + TestTokens.newUser(), FAVOURITE)
                        .subscribe()
                        .with(told -> {}, unknown -> {}));

        Awaitility.await().atMost(PATIENCE).until(() -> log.handedOver() == many);
        assertEquals(
                1,
                database.look("SELECT 1").await().atMost(Duration.ofSeconds(3)).size());
        IntStream.range(0, many).forEach(log::takes);
    }
}
