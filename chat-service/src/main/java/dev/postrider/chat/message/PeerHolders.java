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
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Asks history-service, many questions with one call: when Redis is away every message asks, and a call for each would
 * queue without end. Few calls are under way at once; who comes meanwhile goes with the next. Asked again while history
 * is away or has not read far enough, then given up. Bounded by the frames under way; thread-safe.
 *
 * <ul>
 *   <li>What history has not read yet is asked again at once, then less and less often: a history that is behind needs its
 *       processor to read.
 * </ul>
 */
public final class PeerHolders implements Holders {
    private static final int CALLS_MAX = 4;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(1);
    private static final long PATIENCE_MILLIS = 30_000;

    private final Function<HolderQueries, CompletionStage<HolderAnswers>> history;
    private final Ticker ticker;
    private final Timers timers;
    private final Deque<Question> waiting = new ArrayDeque<>();
    private int calls;

    /** @param unread how often history has said that it has not read so far */
    private record Question(HolderQuery query, long untilMillis, CompletableFuture<Holder> answer, int unread) {
        Question stillUnread() {
            return new Question(query, untilMillis, answer, unread + 1);
        }

        /** None the first time. */
        Duration pause() {
            Duration longer = PAUSE.multipliedBy(unread - 1L);
            return longer.compareTo(PAUSE_MAX) < 0 ? longer : PAUSE_MAX;
        }
    }

    public PeerHolders(Function<HolderQueries, CompletionStage<HolderAnswers>> history, Ticker ticker, Timers timers) {
        this.history = history;
        this.ticker = ticker;
        this.timers = timers;
    }

    @Override
    public CompletionStage<Holder> of(MessageKey key, long past) {
        HolderQuery query = new HolderQuery(key.conversation(), key.userId(), key.id(), past);
        Question question = new Question(query, ticker.millis() + PATIENCE_MILLIS, new CompletableFuture<>(), 0);
        ask(List.of(question));
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
                ended();
                told(asked, answers).forEach((pause, again) -> later(pause, () -> ask(again)));
            } else {
                timers.after(PAUSE, () -> {
                    ended();
                    ask(asked);
                });
            }
        });
    }

    /** Those that history could not answer yet, by the pause before they are asked again. */
    private static Map<Duration, List<Question>> told(List<Question> asked, HolderAnswers answers) {
        Map<Duration, List<Question>> again = new TreeMap<>();
        for (int i = 0; i < asked.size(); i++) {
            HolderAnswers.Answer answer = answers.answers().get(i);
            CompletableFuture<Holder> mine = asked.get(i).answer();
            Holder holder = answer.holder();
            if (!answer.read()) {
                Question unread = asked.get(i).stillUnread();
                again.computeIfAbsent(unread.pause(), pause -> new ArrayList<>())
                        .add(unread);
            } else if (holder == null) {
                mine.completeExceptionally(
                        new IllegalStateException("history read a record and knows no holder of it"));
            } else {
                mine.complete(holder);
            }
        }
        return again;
    }

    private void later(Duration pause, Runnable task) {
        if (pause.isZero()) {
            task.run();
        } else {
            timers.after(pause, task);
        }
    }

    private void ended() {
        synchronized (waiting) {
            calls--;
        }
        askNext();
    }

    /** Puts them behind those that wait, but for those that have waited long enough. */
    private void ask(List<Question> questions) {
        long now = ticker.millis();
        questions.stream()
                .filter(one -> one.untilMillis() <= now)
                .forEach(late ->
                        late.answer().completeExceptionally(new IllegalStateException("history cannot tell in time")));
        synchronized (waiting) {
            questions.stream().filter(one -> one.untilMillis() > now).forEach(waiting::add);
        }
        askNext();
    }
}
