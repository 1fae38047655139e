package dev.postrider.chat.message;

import dev.postrider.contracts.frame.ClientFrame;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The one way in for everything that changes a conversation, by socket or REST. */
@ApplicationScoped
public class AcceptPath {
    private final Acceptor acceptor;

    AcceptPath(Acceptor acceptor) {
        this.acceptor = acceptor;
    }

    /** For a caller without a socket. Never fails. */
    public Uni<Answer> submit(String userId, ClientFrame.Numbered frame) {
        return submit(new Sender(userId, null), frame);
    }

    /** The frame's shape has been judged already; nothing happens before somebody subscribes. Never fails. */
    public Uni<Answer> submit(Sender sender, ClientFrame.Numbered frame) {
        return Uni.createFrom().completionStage(() -> acceptor.submit(sender, frame));
    }
}
