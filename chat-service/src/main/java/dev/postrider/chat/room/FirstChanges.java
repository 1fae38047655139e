package dev.postrider.chat.room;

import java.util.concurrent.CompletionStage;

/** Whether a record of a room's change is the first that carries it. */
public interface FirstChanges {
    /** Completes exceptionally where nobody can tell. */
    CompletionStage<Boolean> isFirst(String conversation, long change, long position);
}
