package dev.postrider.simulator;

import dev.postrider.contracts.control.ControlRecord.SessionEnded;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** auth-service: gives tokens while it is there, and ends sign-ins. */
final class Auth {
    static final Duration TOKEN_LIFE = Duration.ofSeconds(5);
    private static final Instant FAR = Instant.parse("3000-01-01T00:00:00Z");

    private final Timeline time;
    private final Broker broker;
    private final Map<String, Long> told = new HashMap<>();
    private long awayUntil;

    Auth(Timeline time, Broker broker) {
        this.time = time;
        this.broker = broker;
    }

    void goAway(long millis) {
        time.note(() -> "auth-service is away for " + millis);
        awayUntil = time.now() + millis;
    }

    boolean away() {
        return time.now() < awayUntil;
    }

    /** When a token given now ends. */
    Instant tokenEnds() {
        return time.clock().instant().plus(TOKEN_LIFE);
    }

    /** Ends a sign-in for good; the control topic tells of it a moment later. */
    void end(String signIn, String user) {
        time.note(() -> "the sign-in " + signIn + " is ended");
        time.after(time.between(1, 60), () -> {
            told.putIfAbsent(signIn, time.now());
            broker.control().add(new SessionEnded(signIn, user, FAR));
        });
    }

    /** True where the control topic has told for that long that this sign-in is over. */
    boolean endedFor(String signIn, long millis) {
        Long since = told.get(signIn);
        return since != null && time.now() - since > millis;
    }
}
