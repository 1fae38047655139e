package dev.postrider.auth.limit;

import dev.postrider.auth.AuthConfig;
import dev.postrider.auth.ops.CallerContext;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.ProblemCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.jboss.logging.Logger;

/**
 * Limits attempts to sign in. Counts in Redis; while it is away, in this instance's memory. Unknown usernames are
 * counted like known ones, so that a limit tells nothing about who exists.
 */
@ApplicationScoped
public class Throttle {
    private static final Logger LOG = Logger.getLogger(Throttle.class);
    private static final Duration REDIS_PATIENCE = Duration.ofMillis(300);

    private final RedisWindows redis;
    private final MemoryWindows memory;
    private final AuthConfig.Limits limits;
    private final Clock clock;
    private final RateVerdict verdict;

    Throttle(RedisWindows redis, AuthConfig config, Clock clock, RateVerdict verdict) {
        this.redis = redis;
        this.limits = config.limits();
        this.memory = new MemoryWindows(limits.windowsInMemoryMax());
        this.clock = clock;
        this.verdict = verdict;
    }

    /** Counts an attempt of this address; fails with 429 once there were too many in the last minute. */
    public Uni<Void> signIn(String address) {
        return take(Window.SIGN_INS, address, limits.signInsPerAddressMinute(), true)
                .invoke(attempts -> verdict.note(Window.SIGN_INS, attempts))
                .invoke(Throttle::refuse)
                .replaceWithVoid();
    }

    /**
     * Fails with 429 if there were too many wrong passwords under this name in the last hour; counts nothing.
     *
     * @param who an account, or by what else these failures are told from those of strangers
     */
    public Uni<Void> checkFailures(String who) {
        return take(Window.FAILURES, who, limits.failedPerAccountHour(), false)
                .invoke(Throttle::refuse)
                .replaceWithVoid();
    }

    /** Counts a wrong password. */
    public Uni<Void> failed(String who) {
        return take(Window.FAILURES, who, limits.failedPerAccountHour(), true).replaceWithVoid();
    }

    private Uni<Attempts> take(Window window, String who, int limit, boolean count) {
        String key = "auth:" + window.label() + ":" + digest(who);
        return redis.take(key, window, limit, count)
                .ifNoItem()
                .after(REDIS_PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(away -> inMemory(key, window, limit, count, away))
                .emitOn(CallerContext.current());
    }

    private Attempts inMemory(String key, Window window, int limit, boolean count, Throwable away) {
        LOG.debugf("Attempts are counted in memory while Redis is away: %s", away.toString());
        return memory.take(key, window, limit, count, clock.millis());
    }

    private static void refuse(Attempts attempts) {
        if (!attempts.allowed()) {
            throw ProblemException.retryAfter(ProblemCode.RATE, Duration.ofMillis(attempts.waitMillis()));
        }
    }

    /** Keeps keys short and addresses out of Redis. */
    private static String digest(String who) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(who.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
