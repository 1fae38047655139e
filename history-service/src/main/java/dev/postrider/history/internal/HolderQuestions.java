package dev.postrider.history.internal;

import dev.postrider.contracts.internal.HolderAnswers;
import dev.postrider.contracts.internal.HolderQuery;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.contracts.topic.Position;
import dev.postrider.history.HistoryConfig;
import dev.postrider.history.fold.LogEvent.Identity;
import dev.postrider.history.store.ProgressWatch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers who holds ids, each only once everything up to and including the asker's own record is stored: so nothing that
 * was appended before it can be missed, whoever appended it. What cannot be told yet keeps no other answer back for long.
 */
@ApplicationScoped
class HolderQuestions {
    private final HolderReader reader;
    private final ProgressWatch progress;
    private final Duration waitMax;
    private final int epoch;

    HolderQuestions(HolderReader reader, ProgressWatch progress, HistoryConfig config) {
        this.reader = reader;
        this.progress = progress;
        this.waitMax = config.ask().waitMax();
        this.epoch = config.logEpoch();
    }

    /**
     * One wait for all, since a history that is behind has better things to do; when it ends, each question is judged by its
     * own record: under load there is always a newer one that is not read yet.
     */
    Uni<HolderAnswers> answered(List<HolderQuery> queries) {
        return progress.towards(wanted(queries), waitMax).chain(stored -> answered(queries, stored));
    }

    /** Everything that is asked about, of this log: a former one is not read further. */
    private LogVector wanted(List<HolderQuery> queries) {
        long[] next = LogVector.start(epoch).toArray();
        for (HolderQuery query : queries) {
            if (Position.epoch(query.past()) == epoch) {
                int partition = LogPartitions.of(query.conversation());
                next[partition] = Math.max(next[partition], Position.offset(query.past()) + 1);
            }
        }
        return LogVector.of(epoch, next);
    }

    private static boolean isRead(HolderQuery query, LogVector stored) {
        return stored.epoch() == Position.epoch(query.past())
                && stored.next(LogPartitions.of(query.conversation())) > Position.offset(query.past());
    }

    /** Whether the log was read up to and including that position, now or in a moment; a former log is not read further. */
    Uni<Boolean> read(String conversation, long position) {
        if (Position.epoch(position) < epoch) {
            return Uni.createFrom().item(true);
        }
        return progress.reached(
                Position.epoch(position), LogPartitions.of(conversation), Position.offset(position) + 1, waitMax);
    }

    private Uni<HolderAnswers> answered(List<HolderQuery> queries, Optional<LogVector> stored) {
        Set<HolderQuery> read = stored.map(now ->
                        queries.stream().filter(query -> isRead(query, now)).collect(Collectors.toSet()))
                .orElse(Set.of());
        List<Identity> ids =
                read.stream().map(HolderQuestions::identity).distinct().toList();
        return reader.holders(ids)
                .map(holders -> new HolderAnswers(queries.stream()
                        .map(query -> read.contains(query)
                                ? new HolderAnswers.Answer(true, holders.get(identity(query)))
                                : HolderAnswers.Answer.UNREAD)
                        .toList()));
    }

    private static Identity identity(HolderQuery query) {
        return new Identity(query.conversation(), query.from(), query.id());
    }
}
