package dev.postrider.history.internal;

import dev.postrider.contracts.internal.HolderAnswers;
import dev.postrider.contracts.internal.HolderQuery;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.Position;
import dev.postrider.history.HistoryConfig;
import dev.postrider.history.fold.LogEvent.Identity;
import dev.postrider.history.store.ProgressWatch;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    /** What must be read before a question can be answered. */
    private record Need(int epoch, int partition, long next) {
        static Need of(HolderQuery query) {
            return new Need(
                    Position.epoch(query.past()),
                    LogPartitions.of(query.conversation()),
                    Position.offset(query.past()) + 1);
        }
    }

    /** Each question waits for its own record: under load there is always a newer one that is not read yet. */
    Uni<HolderAnswers> answered(List<HolderQuery> queries) {
        Set<Need> needs = queries.stream().map(Need::of).collect(Collectors.toSet());
        return Multi.createFrom()
                .iterable(needs)
                .onItem()
                .transformToUni(need -> progress.reached(need.epoch(), need.partition(), need.next(), waitMax)
                        .map(reached -> Map.entry(need, reached)))
                .merge(Math.max(1, needs.size()))
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect()
                .asSet()
                .chain(read -> answered(queries, read));
    }

    /** Whether the log was read up to and including that position, now or in a moment; a former log is not read further. */
    Uni<Boolean> read(String conversation, long position) {
        if (Position.epoch(position) < epoch) {
            return Uni.createFrom().item(true);
        }
        return progress.reached(
                Position.epoch(position), LogPartitions.of(conversation), Position.offset(position) + 1, waitMax);
    }

    private Uni<HolderAnswers> answered(List<HolderQuery> queries, Set<Need> read) {
        List<Identity> ids = queries.stream()
                .filter(query -> read.contains(Need.of(query)))
                .map(HolderQuestions::identity)
                .distinct()
                .toList();
        return reader.holders(ids)
                .map(holders -> new HolderAnswers(queries.stream()
                        .map(query -> read.contains(Need.of(query))
                                ? new HolderAnswers.Answer(true, holders.get(identity(query)))
                                : HolderAnswers.Answer.UNREAD)
                        .toList()));
    }

    private static Identity identity(HolderQuery query) {
        return new Identity(query.conversation(), query.from(), query.id());
    }
}
