package dev.postrider.chat.message;

import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.frame.ServerFrame;
import org.jspecify.annotations.Nullable;

/** What is known of a frame that was submitted. */
public sealed interface Answer {
    /**
     * Durable and handed to every recipient's channel.
     *
     * @param repeated this id was accepted before
     */
    record Accepted(ServerFrame.Accepted frame, boolean repeated) implements Answer {}

    /** No attempt made so far with this id will ever appear. */
    record Rejected(ServerFrame.Rejected frame) implements Answer {}

    /** Nobody can know: nothing is said, and the client asks again with the same id. */
    record Unknown() implements Answer {}

    static Rejected rejected(String id, String of, RejectCode code, String detail, @Nullable Long retryAfterMillis) {
        return new Rejected(new ServerFrame.Rejected(id, of, code, detail, retryAfterMillis));
    }
}
