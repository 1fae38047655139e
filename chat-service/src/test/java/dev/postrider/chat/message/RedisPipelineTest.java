package dev.postrider.chat.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.chat.node.VertxTimers;
import dev.postrider.chat.time.Ticker;
import dev.postrider.testkit.server.EmbeddedRedis;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.RedisOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** One connection against a real Redis. */
class RedisPipelineTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final EmbeddedRedis SERVER = EmbeddedRedis.start();
    private static final Vertx VERTX = Vertx.vertx();
    private static final Redis REDIS = Redis.createClient(io.vertx.mutiny.core.Vertx.newInstance(VERTX), SERVER.url());

    /** One for all tests: it has a connection of the pool for as long as it lives. */
    private static final RedisPipeline PIPELINE = new RedisPipeline(REDIS, Ticker.system(), new VertxTimers(VERTX));

    @AfterAll
    static void end() {
        REDIS.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
        SERVER.close();
    }

    private static Request echo(String text) {
        return Request.cmd(Command.ECHO).arg(text);
    }

    private static Response now(Request request) {
        return within(LONG, PIPELINE.send(request, LONG));
    }

    private static Response within(Duration max, CompletionStage<Response> answer) {
        return answer.toCompletableFuture()
                .orTimeout(max.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static void byAnother(Request request) {
        REDIS.send(request).await().atMost(LONG);
    }

    @Test
    void answersComeInTheOrderOfTheCommands() throws InterruptedException {
        now(echo("connected"));
        int count = 1_000;
        CountDownLatch left = new CountDownLatch(count);
        List<String> answered = Collections.synchronizedList(new ArrayList<>());
        IntStream.range(0, count)
                .forEach(number -> PIPELINE.send(echo(Integer.toString(number)), LONG)
                        .thenAccept(answer -> {
                            answered.add(String.valueOf(answer));
                            left.countDown();
                        }));

        assertTrue(left.await(10, TimeUnit.SECONDS));

        assertEquals(IntStream.range(0, count).mapToObj(Integer::toString).toList(), answered);
    }

    @Test
    void whatIsSentDuringATripGoesWithTheNext() {
        now(echo("connected"));
        List<CompletionStage<Response>> sent = IntStream.range(0, 600)
                .mapToObj(number -> PIPELINE.send(echo("many"), LONG))
                .toList();

        sent.forEach(one -> assertEquals("many", within(LONG, one).toString()));
    }

    @Test
    void anErrorFailsItsTripAndNotTheNext() {
        CompletionStage<Response> wrong = PIPELINE.send(Request.cmd(Command.ECHO), LONG);

        assertThrows(CompletionException.class, () -> within(LONG, wrong));

        assertEquals("right", now(echo("right")).toString());
    }

    @Test
    void aKilledConnectionIsMadeAnew() {
        now(echo("connected"));

        byAnother(Request.cmd(Command.CLIENT)
                .arg("KILL")
                .arg("TYPE")
                .arg("normal")
                .arg("SKIPME")
                .arg("yes"));

        Awaitility.await()
                .ignoreExceptions()
                .until(() -> "again".equals(now(echo("again")).toString()));
    }

    @Test
    void aSilentConnectionIsLeftForAnother() {
        now(echo("connected"));
        long before = connection();

        silence(1);

        assertNotEquals(before, connection());
    }

    @Test
    void aLongSilenceLeavesConnectionsForLater() {
        now(echo("connected"));
        for (int time = 0; time < 3; time++) {
            silence(10);
            Awaitility.await()
                    .ignoreExceptions()
                    .until(() -> "heard".equals(now(echo("heard")).toString()));
        }
    }

    @Test
    void aSilentConnectionThatIsFullComesBackToThePool() {
        int rounds = 10;
        RedisOptions options = new RedisOptions()
                .setConnectionString(SERVER.url())
                .setMaxWaitingHandlers(4)
                .setMaxPoolSize(rounds / 2);
        Redis narrow = Redis.createClient(io.vertx.mutiny.core.Vertx.newInstance(VERTX), options);
        RedisPipeline pipeline = new RedisPipeline(narrow, Ticker.system(), new VertxTimers(VERTX));
        for (int round = 0; round < rounds; round++) {
            Awaitility.await().ignoreExceptions().until(() -> heard(pipeline));
            SERVER.pause();
            try {
                List<CompletionStage<Response>> unheard = IntStream.range(0, 8)
                        .mapToObj(command -> pipeline.send(echo("unheard"), Duration.ofMillis(50)))
                        .toList();
                unheard.forEach(one -> assertThrows(RuntimeException.class, () -> within(LONG, one)));
            } finally {
                SERVER.resume();
            }
        }
        Awaitility.await().ignoreExceptions().until(() -> heard(pipeline));
        narrow.close();
    }

    private static boolean heard(RedisPipeline pipeline) {
        return "heard"
                .equals(within(LONG, pipeline.send(echo("heard"), Duration.ofSeconds(1)))
                        .toString());
    }

    private static long connection() {
        return now(Request.cmd(Command.CLIENT).arg("ID")).toLong();
    }

    private static void silence(int commands) {
        SERVER.pause();
        try {
            for (int command = 0; command < commands; command++) {
                CompletionStage<Response> unheard = PIPELINE.send(echo("unheard"), Duration.ofMillis(50));
                CompletionException late = assertThrows(CompletionException.class, () -> within(LONG, unheard));
                assertInstanceOf(TimeoutException.class, late.getCause());
            }
        } finally {
            SERVER.resume();
        }
    }

    @Test
    void aServerThatCameBackIsFound() {
        now(echo("connected"));
        SERVER.restart();

        Awaitility.await()
                .ignoreExceptions()
                .until(() -> "back".equals(now(echo("back")).toString()));
    }
}
