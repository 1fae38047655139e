package dev.postrider.history.fold;

import java.time.Instant;
import java.util.List;

/** One text of a message, and the position that wrote it: the message's own, or an edit's. */
public record Text(long position, String body, List<String> mentions, Instant at) {
    public Text {
        mentions = List.copyOf(mentions);
    }
}
