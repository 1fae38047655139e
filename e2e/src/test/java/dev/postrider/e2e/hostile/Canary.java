package dev.postrider.e2e.hostile;

import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Two people who talk through the gateway all the while; each message is accepted and seen before the next is sent. */
final class Canary implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Person wren;
    private final Person moss;
    private final AtomicInteger seen = new AtomicInteger();
    private final Thread talk;
    private volatile boolean on = true;
    private volatile @Nullable Throwable silenced;

    Canary(Suite suite) {
        this.wren = Person.registers(suite.gateway(), "wren");
        this.moss = Person.registers(suite.gateway(), "moss");
        this.talk = Thread.ofVirtual().start(this::talk);
    }

    private void talk() {
        try (Device one = wren.opens();
                Device other = moss.opens()) {
            while (on) {
                says(one, moss, other);
                says(other, wren, one);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (RuntimeException | AssertionError fault) {
            silenced = fault;
        }
    }

    private void says(Device from, Person to, Device hearer) {
        String id = from.sends(to, "canary " + seen);
        from.isAccepted(id);
        hearer.sees(id);
        seen.incrementAndGet();
    }

    /** Another two messages get through, begun after this was called or just before. */
    void assertSings() {
        int before = seen.get();
        Awaitility.await("the canary sings")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> silenced != null || seen.get() >= before + 2);
        Throwable fault = silenced;
        if (fault != null) {
            throw new AssertionError("the canary is silent", fault);
        }
    }

    @Override
    public void close() throws InterruptedException {
        on = false;
        talk.join(PATIENCE);
    }
}
