package dev.postrider.chat.message;

import dev.postrider.chat.time.Ticker;
import dev.postrider.chat.time.Timers;
import dev.postrider.contracts.internal.Holder;
import dev.postrider.contracts.internal.HolderAnswers;
import dev.postrider.contracts.internal.HolderQueries;
import dev.postrider.contracts.internal.HolderQuery;
import dev.postrider.contracts.internal.Internal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Asks history-service, many questions with one call: when Redis is away every message asks, and a call for each would
 * queue without end. Few calls are under way at once; who comes meanwhile goes with the next. Asked again while history
 * is away or has not read far enough, then given up. Bounded by the frames under way; thread-safe.
 */
public final class PeerHolders implements Holders {
    private static final int CALLS_MAX = 4;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final long PATIENCE_MILLIS = 30_000;

    private final Function<HolderQueries, CompletionStage<HolderAnswers>> history;
    private final Ticker ticker;
    private final Timers timers;
    private final Deque<Question> waiting = new ArrayDeque<>();
    private int calls;

    private record Question(HolderQuery query, long untilMillis, CompletableFuture<Holder> answer) {}

    public PeerHolders(Function<HolderQueries, CompletionStage<HolderAnswers>> history, Ticker ticker, Timers timers) {
        this.history = history;
        this.ticker = ticker;
        this.timers = timers;
    }

    @Override
    public CompletionStage<Holder> of(MessageKey key, long past) {
        HolderQuery query = new HolderQuery(key.conversation(), key.userId(), key.id(), past);
        Question question = new Question(query, ticker.millis() + PATIENCE_MILLIS, new CompletableFuture<>());
        synchronized (waiting) {
            waiting.add(question);
        }
        askNext();
        return question.answer();
    }

    private void askNext() {
        List<Question> asked = new ArrayList<>();
        synchronized (waiting) {
            if (calls >= CALLS_MAX || waiting.isEmpty()) {
                return;
            }
            calls++;
            while (asked.size() < Internal.HOLDERS_MAX && !waiting.isEmpty()) {
                asked.add(waiting.poll());
            }
        }
        HolderQueries queries =
                new HolderQueries(asked.stream().map(Question::query).toList());
        history.apply(queries).whenComplete((answers, away) -> {
            if (away == null && answers.answers().size() == asked.size()) {
                ended(told(asked, answers));
            } else {
                timers.after(PAUSE, () -> ended(asked));
            }
        });
    }

    /** Those that history could not answer yet. */
    private static List<Question> told(List<Question> asked, HolderAnswers answers) {
        List<Question> again = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            HolderAnswers.Answer answer = answers.answers().get(i);
            CompletableFuture<Holder> mine = asked.get(i).answer();
            Holder holder = answer.holder();
            if (!answer.read()) {
                again.add(asked.get(i));
            } else if (holder == null) {
                mine.completeExceptionally(
                        new IllegalStateException("history read a record and knows no holder of it"));
            } else {
                mine.complete(holder);
            }
        }
        return again;
    }

    private void ended(List<Question> again) {
        long now = ticker.millis();
        again.stream()
                .filter(one -> one.untilMillis() <= now)
                .forEach(late ->
                        late.answer().completeExceptionally(new IllegalStateException("history cannot tell in time")));
        synchronized (waiting) {
            calls--;
            again.stream().filter(one -> one.untilMillis() > now).forEach(waiting::add);
        }
        askNext();
    }
}
