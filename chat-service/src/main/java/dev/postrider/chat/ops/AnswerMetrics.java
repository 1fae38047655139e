package dev.postrider.chat.ops;

import dev.postrider.chat.message.Answer;
import dev.postrider.chat.message.Tally;
import dev.postrider.contracts.frame.RejectCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What became of the frames that change a conversation. */
@Singleton
public class AnswerMetrics implements Tally {
    static final Duration[] BOUNDS = IntStream.of(2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Counter accepted;
    private final Counter unknown;
    private final Map<RejectCode, Counter> rejected;
    private final Counter windowHits;
    private final Counter historyAsked;
    private final Counter marksLost;
    private final Timer acceptTime;

    AnswerMetrics(MeterRegistry registry) {
        this.accepted = answers(registry, "accepted", "");
        this.unknown = answers(registry, "unknown", "");
        this.rejected = Arrays.stream(RejectCode.values())
                .collect(
                        Collectors.toUnmodifiableMap(code -> code, code -> answers(registry, "rejected", code.code())));
        this.windowHits = Counter.builder("postrider_chat_window_hits")
                .description("Frames whose id this node knew.")
                .register(registry);
        this.historyAsked = Counter.builder("postrider_chat_history_asked")
                .description("Frames that history decided on: repeats, and all while Redis is away.")
                .register(registry);
        this.marksLost = Counter.builder("postrider_chat_marks_lost")
                .description("Read and delivered marks not recorded, or without an outcome; clients repeat the newest.")
                .register(registry);
        this.acceptTime = Timer.builder("postrider_chat_accept")
                .description("From a frame's arrival to its acceptance, which comes after its recipients were served.")
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    @Override
    public void acceptedAfter(long nanos) {
        acceptTime.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void answered(Answer answer) {
        switch (answer) {
            case Answer.Accepted yes -> accepted.increment();
            case Answer.Rejected no -> count(no.frame().code());
            case Answer.Unknown nobodyKnows -> unknown.increment();
        }
    }

    @Override
    public void known() {
        windowHits.increment();
    }

    @Override
    public void asked() {
        historyAsked.increment();
    }

    @Override
    public void markLost() {
        marksLost.increment();
    }

    private void count(RejectCode code) {
        Counter counter = rejected.get(code);
        if (counter != null) {
            counter.increment();
        }
    }

    private static Counter answers(MeterRegistry registry, String answer, String code) {
        return Counter.builder("postrider_chat_answers")
                .description("Frames that change a conversation, by their answer.")
                .tag("answer", answer)
                .tag("code", code)
                .register(registry);
    }
}
