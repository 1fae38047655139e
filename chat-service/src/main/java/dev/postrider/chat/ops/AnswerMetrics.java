package dev.postrider.chat.ops;

import dev.postrider.chat.message.Answer;
import dev.postrider.chat.message.Tally;
import dev.postrider.contracts.frame.RejectCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of the frames that change a conversation. */
@Singleton
public class AnswerMetrics implements Tally {
    private final Counter accepted;
    private final Counter unknown;
    private final Map<RejectCode, Counter> rejected;
    private final Counter windowHits;
    private final Counter historyAsked;
    private final Counter marksLost;

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
