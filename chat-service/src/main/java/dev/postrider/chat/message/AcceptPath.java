package dev.postrider.chat.message;

import dev.postrider.base.trace.Kind;
import dev.postrider.base.trace.Tracing;
import dev.postrider.contracts.frame.ClientFrame;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The one way in for everything that changes a conversation, by socket or REST. */
@ApplicationScoped
public class AcceptPath {
    private static final String STEP = "accept";

    private final Acceptor acceptor;
    private final Tally tally;
    private final Tracing tracing;

    AcceptPath(Acceptor acceptor, Tally tally, Tracing tracing) {
        this.acceptor = acceptor;
        this.tally = tally;
        this.tracing = tracing;
    }

    /** For a caller without a socket. Never fails. */
    public Uni<Answer> submit(String userId, ClientFrame.Numbered frame) {
        return submit(userId, frame, null);
    }

    /** @param traceparent the header of a call that is followed */
    public Uni<Answer> submit(String userId, ClientFrame.Numbered frame, @Nullable String traceparent) {
        Sender sender = new Sender(userId, null);
        return Uni.createFrom()
                .completionStage(() -> timed(
                        tracing.on() ? sender.followed(tracing.after(traceparent, STEP, Kind.ANSWERS)) : sender,
                        frame));
    }

    /** The frame's shape has been judged already; nothing happens before somebody subscribes. Never fails. */
    public Uni<Answer> submit(Sender sender, ClientFrame.Numbered frame) {
        return Uni.createFrom()
                .completionStage(() ->
                        timed(tracing.on() ? sender.followed(tracing.begin(STEP, Kind.ANSWERS)) : sender, frame));
    }

    private CompletionStage<Answer> timed(Sender sender, ClientFrame.Numbered frame) {
        return acceptor.submit(sender, frame).whenComplete((answer, never) -> {
            if (answer instanceof Answer.Accepted) {
                tally.acceptedAfter(sender.arrival().elapsedNanos());
            }
            if (sender.step().followed()) {
                sender.step()
                        .with("postrider.frame", Events.typeOf(frame))
                        .with("postrider.answer", answer.getClass().getSimpleName())
                        .end();
            }
        });
    }
}
