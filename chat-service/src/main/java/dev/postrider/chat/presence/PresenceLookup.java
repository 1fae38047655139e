package dev.postrider.chat.presence;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.PresenceState;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rest.User;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers who is there right now, for programs that ask instead of watching. */
@ApplicationScoped
public class PresenceLookup {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final PresenceLoop loop;
    private final Registers registers;
    private final Profiles profiles;
    private final Clock clock;

    PresenceLookup(PresenceLoop loop, Registers registers, Profiles profiles, Clock clock) {
        this.loop = loop;
        this.registers = registers;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * One state for each id, in the order given; somebody nobody knows is offline.
     *
     * @return fails with {@code unavailable} while Redis is away: then nobody knows
     */
    public Uni<List<PresenceState>> of(List<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.combine()
                .all()
                .unis(loop.localAmong(ids), registered(ids), profiles.of(ids))
                .asTuple()
                .map(all -> states(ids, all.getItem1(), all.getItem2(), all.getItem3()));
    }

    private Uni<Map<String, Seen>> registered(List<String> ids) {
        return registers
                .read(ids)
                .onFailure()
                .transform(away -> ProblemException.retryAfter(ProblemCode.UNAVAILABLE, RETRY_AFTER));
    }

    private List<PresenceState> states(
            List<String> ids, Set<String> local, Map<String, Seen> registered, Map<String, User> users) {
        return ids.stream()
                .map(id -> {
                    Seen seen = registered.getOrDefault(id, Seen.NEVER);
                    boolean online = local.contains(id) || seen.online();
                    return PresenceStates.of(id, online, seen, users.get(id), clock.instant());
                })
                .toList();
    }
}
