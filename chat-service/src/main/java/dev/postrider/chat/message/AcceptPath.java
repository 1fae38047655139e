package dev.postrider.chat.message;

import dev.postrider.contracts.frame.ClientFrame;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;

/** The one way in for everything that changes a conversation, by socket or REST. */
@ApplicationScoped
public class AcceptPath {
    private final Acceptor acceptor;
    private final Tally tally;

    AcceptPath(Acceptor acceptor, Tally tally) {
        this.acceptor = acceptor;
        this.tally = tally;
    }

    /** For a caller without a socket. Never fails. */
    public Uni<Answer> submit(String userId, ClientFrame.Numbered frame) {
        return submit(new Sender(userId, null), frame);
    }

    /** The frame's shape has been judged already; nothing happens before somebody subscribes. Never fails. */
    public Uni<Answer> submit(Sender sender, ClientFrame.Numbered frame) {
        return Uni.createFrom().completionStage(() -> timed(sender, frame));
    }

    private CompletionStage<Answer> timed(Sender sender, ClientFrame.Numbered frame) {
        long began = System.nanoTime();
        return acceptor.submit(sender, frame).whenComplete((answer, never) -> {
            if (answer instanceof Answer.Accepted) {
                tally.acceptedAfter(System.nanoTime() - began);
            }
        });
    }
}
