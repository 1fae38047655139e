package dev.postrider.chat.room;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Who is in a conversation. */
public interface Membership {

    /** May this user write there, and who gets it? Completes exceptionally where nobody can tell now. */
    CompletionStage<Standing> of(String userId, String conversation);

    /** What a user is to a conversation. */
    sealed interface Standing {
        /** A member who may write; {@code members} are all who get it, the writer included. */
        record Member(List<String> members) implements Standing {}

        /**
         * Never was a member, or there is no such conversation: nobody is told which. Nothing of theirs can stand in its
         * log.
         */
        record Stranger() implements Standing {}
    }
}
