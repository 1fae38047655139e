package dev.postrider.auth.password;

import dev.postrider.auth.AuthConfig;
import dev.postrider.auth.ops.CallerContext;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.ProblemCode;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords on few threads of its own.
 * <ul>
 *   <li>Event loops only hand over; the answer comes back on the caller's Vert.x context.
 *   <li>When the bounded queue is full the call is answered 503 {@code unavailable} at once, so that a flood of
 *       sign-ins costs neither memory nor the other calls.
 * </ul>
 */
@ApplicationScoped
public class Hashing {
    private static final Duration COME_AGAIN = Duration.ofSeconds(2);

    private final AuthConfig.Passwords config;
    private final ThreadPoolExecutor threads;
    private final String nobodysHash;

    Hashing(AuthConfig config) {
        this.config = config.passwords();
        int atOnce = this.config
                .threads()
                .orElseGet(() -> threads(Runtime.getRuntime().availableProcessors()));
        this.threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(this.config.waitingMax()),
                Thread.ofPlatform().daemon().name("hashing-", 0).factory());
        this.nobodysHash = Argon2.hash("nobody has this password", this.config.memoryKib(), this.config.passes());
    }

    /** How many hash at once where nobody says it: half of the processors, at least one. */
    static int threads(int processors) {
        return Math.max(1, processors / 2);
    }

    void onStop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }

    /** How many passwords were hashed, for whatever purpose, since the start. */
    long done() {
        return threads.getCompletedTaskCount();
    }

    public Uni<String> hash(String password) {
        return later(() -> Argon2.hash(password, config.memoryKib(), config.passes()));
    }

    /** Whether the password fits; without a stored hash it takes as long and says no. */
    public Uni<Boolean> matches(String password, @Nullable String stored) {
        return later(() -> Argon2.matches(password, stored == null ? nobodysHash : stored) && stored != null);
    }

    private <T> Uni<T> later(Callable<T> work) {
        Executor back = CallerContext.current();
        return Uni.createFrom()
                .<T>emitter(emitter -> threads.execute(() -> {
                    try {
                        emitter.complete(work.call());
                    } catch (Exception fault) {
                        emitter.fail(fault);
                    }
                }))
                .onFailure(RejectedExecutionException.class)
                .transform(full -> ProblemException.retryAfter(ProblemCode.UNAVAILABLE, COME_AGAIN))
                .emitOn(back);
    }
}
