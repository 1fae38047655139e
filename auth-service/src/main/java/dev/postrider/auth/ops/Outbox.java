package dev.postrider.auth.ops;

import dev.postrider.base.identity.EndedSessions;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.control.ControlCodec;
import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.control.ControlRecord.Profile;
import dev.postrider.contracts.control.ControlRecord.SessionEnded;
import dev.postrider.contracts.rest.ProblemCode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Makes a change and its record on {@code chat.control} one fact: either both stand in the database or neither, and
 * the {@link OutboxRelay} publishes until the broker has it. Records may be published twice and are idempotent.
 */
@ApplicationScoped
public class Outbox {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Ids ids;
    private final OutboxRelay relay;
    private final EndedSessions ended;

    Outbox(Ids ids, OutboxRelay relay, EndedSessions ended) {
        this.ids = ids;
        this.relay = relay;
        this.ended = ended;
    }

    /**
     * Runs the work in one transaction with what it adds; ended sessions are refused here right after the commit. Where
     * the database stays silent it may have committed: 504 {@code unknown}.
     */
    public <T> Uni<T> committing(Function<Records, Uni<T>> work) {
        Records records = new Records();
        Uni<T> committed = Panache.withTransaction(() -> work.apply(records).call(() -> persist(records)))
                .invoke(() -> told(records));
        return Patience.within(LONGEST, committed, () -> ProblemException.of(ProblemCode.UNKNOWN));
    }

    private Uni<Void> persist(Records records) {
        List<ControlRecord> all = records.all();
        Object[] rows = all.stream().map(this::row).toArray();
        return rows.length == 0
                ? Uni.createFrom().voidItem()
                : Panache.getSession().chain(session -> session.persistAll(rows));
    }

    private OutboxRow row(ControlRecord record) {
        return new OutboxRow(ids.next(), keyOf(record), ControlCodec.write(record));
    }

    private void told(Records records) {
        for (ControlRecord record : records.all()) {
            if (record instanceof SessionEnded end) {
                ended.add(end);
            }
        }
        if (!records.all().isEmpty()) {
            relay.wake();
        }
    }

    private static String keyOf(ControlRecord record) {
        return switch (record) {
            case SessionEnded end -> "session:" + end.session();
            case Profile profile -> "user:" + profile.user().id();
            case ControlRecord.Keys keys -> "keys";
            case ControlRecord.Node node -> "node:" + node.incarnation();
            case ControlRecord.Gone gone -> "node:" + gone.incarnation();
            case ControlRecord.Membership membership -> "membership";
        };
    }
}
