package dev.postrider.chat.rest;

import dev.postrider.contracts.rule.MessageIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The id of a frame that came as a request. A socket knows which ids it has tried and says {@code again}; a request
 * with an id may follow one that got no answer, from another process even. So an id of the caller's is taken for a
 * repeat, which the log is asked about, unless the caller says that it is not.
 */
@ApplicationScoped
class FrameIds {
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FrameIds(Clock clock) {
        this.clock = clock;
    }

    /** An id, and what the frame says of it. */
    record FrameId(String text, @Nullable Boolean again) {}

    /** For a request that names none. */
    String fresh() {
        return MessageIds.next(clock.millis(), random);
    }

    FrameId of(@Nullable String given, @Nullable Boolean again) {
        if (given == null) {
            return new FrameId(fresh(), null);
        }
        return new FrameId(given, Boolean.FALSE.equals(again) ? null : Boolean.TRUE);
    }
}
