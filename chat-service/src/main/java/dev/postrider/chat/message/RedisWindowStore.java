package dev.postrider.chat.message;

import dev.postrider.chat.channel.WindowAccord;
import dev.postrider.chat.message.SharedWindow.Seen;
import dev.postrider.chat.time.Ticker;
import dev.postrider.chat.time.Timers;
import dev.postrider.contracts.rule.Ulids;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One key per id, for {@code keep}: {@code m:<incarnation>} while one node tries it, {@code contested} once it was
 * repeated, {@code a:<position>:<millis>} once it was answered. Redis may lose them all at once: one more key, without an
 * end, names this memory, and begins with the server's run id, so that a server that came back with an old dump is
 * another one. (Redis must not choose keys to evict: {@code maxmemory-policy noeviction}.)
 *
 * <p>A call is given up after {@code answerWithin}; for a second after that Redis counts as away, so that nobody waits for
 * it again and again.
 */
public final class RedisWindowStore implements WindowStore {
    private static final String KEY = "sent:";
    private static final String WINDOW = "sent-window";
    private static final String ANSWERED = "a:";
    private static final long PAUSE_MILLIS = 1_000;
    private static final int CONTEST_PATIENCE = 4;

    private final RedisPipeline redis;
    private final String keepSeconds;
    private final Duration answerWithin;
    private final Supplier<String> incarnation;
    private final Ticker ticker;
    private volatile long awayUntil = Long.MIN_VALUE;
    private final String contest = script("contest_id");
    private final String nameWindow = script("name_window");
    private final SecureRandom random = new SecureRandom();

    public RedisWindowStore(
            Redis redis,
            Duration keep,
            Duration answerWithin,
            Supplier<String> incarnation,
            Ticker ticker,
            Timers timers) {
        this.ticker = ticker;
        this.redis = new RedisPipeline(redis, ticker, timers);
        this.keepSeconds = Long.toString(keep.toSeconds());
        this.answerWithin = answerWithin;
        this.incarnation = incarnation;
    }

    @Override
    public CompletionStage<Boolean> mark(MessageKey key) {
        Request request = Request.cmd(Command.SET)
                .arg(name(key))
                .arg(ownMark())
                .arg("NX")
                .arg("EX")
                .arg(keepSeconds);
        return ask(request, set -> set != null);
    }

    @Override
    public CompletionStage<Found<Boolean>> claim(MessageKey key) {
        return ask(read(key), both -> found(both, ownMark().equals(text(both, 0))));
    }

    @Override
    public CompletionStage<Found<Seen>> contest(MessageKey key) {
        Request request = Request.cmd(Command.EVAL)
                .arg(contest)
                .arg("2")
                .arg(name(key))
                .arg(WINDOW)
                .arg(keepSeconds);
        // Waited for longer, and tried also right after a failure: a repeat that is not announced makes all nodes ask
        // history about everything for minutes.
        return send(request, answerWithin.multipliedBy(CONTEST_PATIENCE), both -> found(both, seen(text(both, 0))));
    }

    @Override
    public CompletionStage<Found<Seen>> look(MessageKey key) {
        return ask(read(key), both -> found(both, seen(text(both, 0))));
    }

    @Override
    public CompletionStage<String> name() {
        Request request =
                Request.cmd(Command.EVAL).arg(nameWindow).arg("1").arg(WINDOW).arg(Ulids.next(ticker.millis(), random));
        return ask(request, String::valueOf);
    }

    @Override
    public void keep(MessageKey key, long position, Instant at) {
        Request request = Request.cmd(Command.SET)
                .arg(name(key))
                .arg(ANSWERED + position + ":" + at.toEpochMilli())
                .arg("EX")
                .arg(keepSeconds);
        ask(request, kept -> true).exceptionally(away -> false);
    }

    private <T> CompletionStage<T> ask(Request request, Function<@Nullable Response, T> answer) {
        return ticker.millis() < awayUntil
                ? CompletableFuture.failedFuture(new RedisAwayException())
                : send(request, answerWithin, answer);
    }

    private <T> CompletionStage<T> send(Request request, Duration within, Function<@Nullable Response, T> answer) {
        return redis.send(request, within)
                .whenComplete((answered, away) -> {
                    if (away != null) {
                        awayUntil = ticker.millis() + PAUSE_MILLIS;
                    }
                })
                .thenApply(answer);
    }

    private String ownMark() {
        return "m:" + incarnation.get();
    }

    /** The id's key and the window's name, as they stood at one moment. */
    private static Request read(MessageKey key) {
        return Request.cmd(Command.MGET).arg(name(key)).arg(WINDOW);
    }

    private static <T> Found<T> found(@Nullable Response both, T what) {
        return new Found<>(what, Objects.requireNonNullElse(text(both, 1), WindowAccord.NONE));
    }

    private static @Nullable String text(@Nullable Response both, int index) {
        Response one = both == null ? null : both.get(index);
        return one == null ? null : one.toString();
    }

    private static Seen seen(@Nullable String text) {
        if (text == null) {
            return new Seen.Nothing();
        }
        if (!text.startsWith(ANSWERED)) {
            return new Seen.Touched();
        }
        String[] parts = text.split(":");
        return new Seen.Answered(Long.parseLong(parts[1]), Instant.ofEpochMilli(Long.parseLong(parts[2])));
    }

    private static String name(MessageKey key) {
        return KEY + key.userId() + ":" + key.conversation() + ":" + key.id();
    }

    private static String script(String name) {
        try (InputStream file = RedisWindowStore.class.getResourceAsStream("/lua/" + name + ".lua")) {
            if (file == null) {
                throw new IllegalStateException("missing from the archive: " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Redis did not answer a moment ago. */
    private static final class RedisAwayException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RedisAwayException() {
            super("Redis is away", null, false, false);
        }
    }
}
