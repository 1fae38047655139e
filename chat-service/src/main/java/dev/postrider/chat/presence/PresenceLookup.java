package dev.postrider.chat.presence;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.PresenceState;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rest.User;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers who is there right now, for programs that ask instead of watching. */
@ApplicationScoped
public class PresenceLookup {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final PresenceLoop loop;
    private final Registers registers;
    private final Around around;
    private final Clock clock;
    private final int batchMax;

    PresenceLookup(PresenceLoop loop, Registers registers, Around around, Clock clock, PresenceConfig config) {
        this.loop = loop;
        this.registers = registers;
        this.around = around;
        this.clock = clock;
        this.batchMax = config.batchMax();
    }

    /**
     * One state for each id, in the order given; somebody nobody knows is offline, and so is somebody between whom and the
     * caller there is a block.
     *
     * @return fails with {@code unavailable} while Redis is away: then nobody knows
     */
    public Uni<List<PresenceState>> of(String caller, List<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.combine()
                .all()
                .unis(loop.localAmong(ids), registered(ids), around.profiles().of(ids), hiddenFrom(caller))
                .asTuple()
                .map(all -> ids.stream()
                        .map(id -> all.getItem4().contains(id)
                                ? PresenceStates.silent(id)
                                : state(id, all.getItem1(), all.getItem2(), all.getItem3()))
                        .toList());
    }

    /** Those of them who are online, without those between whom and the caller there is a block; fails alike. */
    public Uni<List<String>> onlineAmong(String caller, List<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.combine()
                .all()
                .unis(loop.localAmong(ids), registered(ids), hiddenFrom(caller))
                .asTuple()
                .map(all -> ids.stream()
                        .filter(id -> !all.getItem3().contains(id))
                        .filter(id -> all.getItem1().contains(id)
                                || all.getItem2().getOrDefault(id, Seen.NEVER).online())
                        .toList());
    }

    private Uni<Set<String>> hiddenFrom(String caller) {
        return around.company().blocked(caller);
    }

    /** In calls of {@code batchMax} users each, one after the other. */
    private Uni<Map<String, Seen>> registered(List<String> ids) {
        return Multi.createBy()
                .repeating()
                .supplier(AtomicInteger::new, from -> slice(ids, from.getAndAdd(batchMax)))
                .atMost((ids.size() + batchMax - 1) / batchMax)
                .onItem()
                .transformToUniAndConcatenate(registers::read)
                .collect()
                .in(HashMap<String, Seen>::new, Map::putAll)
                .<Map<String, Seen>>map(all -> all)
                .onFailure()
                .transform(away -> ProblemException.retryAfter(ProblemCode.UNAVAILABLE, RETRY_AFTER));
    }

    private List<String> slice(List<String> ids, int from) {
        return ids.subList(from, Math.min(ids.size(), from + batchMax));
    }

    private PresenceState state(String id, Set<String> local, Map<String, Seen> registered, Map<String, User> users) {
        Seen seen = registered.getOrDefault(id, Seen.NEVER);
        return PresenceStates.of(id, local.contains(id) || seen.online(), seen, users.get(id), clock.instant());
    }
}
