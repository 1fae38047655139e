package dev.postrider.chat.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.postrider.contracts.rest.Draft;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.testkit.quarkus.KafkaResource;
import dev.postrider.testkit.quarkus.MariaDbResource;
import dev.postrider.testkit.quarkus.RedisResource;
import dev.postrider.testkit.quarkus.TokensResource;
import dev.postrider.testkit.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(
        value = MariaDbResource.class,
        initArgs = @ResourceArg(name = MariaDbResource.SCHEMA, value = "postrider_chat"))
class DraftStoreTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Inject
    DraftStore store;

    @Inject
    DraftPurge purge;

    @Inject
    Vertx vertx;

    @Inject
    DraftConfig config;

    private final String wren = TestTokens.newUser();

    @BeforeEach
    void tablesAreThere() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> done(() -> store.ofUser(wren)).isEmpty());
    }

    private static <T> T done(Supplier<Uni<T>> call) {
        try {
            return VertxContextSupport.subscribeAndAwait(call);
        } catch (Throwable failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Where a roster that several asked for is read, the others go on wherever the one who read it does. */
    @Test
    void aCallGoesOnWhereItIsNoCallsContext() throws Exception {
        String conversation = conversation();
        var kept = new CompletableFuture<Void>();

        vertx.getOrCreateContext()
                .runOnContext(here -> Uni.createFrom()
                        .deferred(() -> store.put(wren, new Draft(conversation, "half a thought", null, null, NOW)))
                        .subscribe()
                        .with(done -> kept.complete(null), kept::completeExceptionally));

        kept.get(20, TimeUnit.SECONDS);
        assertEquals(
                List.of(conversation),
                done(() -> store.ofUser(wren)).stream()
                        .map(row -> row.conversation)
                        .toList());
    }

    private static String conversation() {
        return ConversationId.direct(TestTokens.newUser(), TestTokens.newUser()).text();
    }

    private void put(String conversation, String body, @Nullable Long thread, Instant at) {
        done(() -> store.put(wren, new Draft(conversation, body, null, thread, at)));
    }

    private List<String> bodies() {
        return done(() -> store.ofUser(wren)).stream().map(row -> row.body).toList();
    }

    @Test
    void whatNobodyTouchedForThirtyDaysIsPurged() {
        put(conversation(), "old", null, NOW.minus(config.kept()).minusMillis(1));
        put(conversation(), "young", null, NOW.minus(config.kept()).plus(Duration.ofMinutes(5)));

        done(purge::purge);

        assertEquals(List.of("young"), bodies());
    }

    @Test
    void everyFirstLookIsAnsweredAndTouchesNothing() {
        put(conversation(), "mine", null, NOW);

        done(store::warm);

        assertEquals(List.of("mine"), bodies());
    }

    @Test
    void beyondTheLimitTheOldestGives() {
        for (int i = 0; i <= config.perUserMax(); i++) {
            put(conversation(), "draft " + i, null, NOW.plusMillis(i));
        }

        List<String> kept = bodies();

        assertEquals(config.perUserMax(), kept.size());
        assertEquals("draft " + config.perUserMax(), kept.getFirst());
        assertFalse(kept.contains("draft 0"));
    }

    @Test
    void sendsEndTheDraftsOfTheirThreadOnly() {
        String plain = conversation();
        String threaded = conversation();
        put(plain, "plain", null, NOW);
        put(threaded, "threaded", 7L, NOW);

        List<SentDraft> ended = done(() -> store.clear(Set.of(
                new SentDraft(wren, plain, null),
                new SentDraft(wren, threaded, null),
                new SentDraft(wren, conversation(), null))));

        assertEquals(List.of(new SentDraft(wren, plain, null)), ended);
        assertEquals(List.of("threaded"), bodies());
    }
}
