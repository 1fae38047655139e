package dev.postrider.chat.room;

import dev.postrider.chat.channel.Audience;
import java.util.Collection;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Who is in a conversation. */
public interface Membership {

    /** What is this user to it, asked before anything is appended? Completes exceptionally where nobody can tell now. */
    CompletionStage<Standing> of(String userId, String conversation);

    /** Those of its members to be, chosen when they are asked for: after the append. */
    Audience audience(String conversation, Function<Roster, Collection<String>> chosen);

    /** Whoever is a member then, and was one when that position was taken. */
    default Audience members(String conversation, long position) {
        return audience(conversation, roster -> roster.membersAt(position));
    }

    /** What a user is to a conversation. */
    sealed interface Standing {
        record Member(Roster roster) implements Standing {}

        /** Was a member once: what they sent before may stand in the log. */
        record Former() implements Standing {}

        /**
         * Never was a member, or there is no such conversation: nobody is told which. Nothing of theirs can stand in its
         * log.
         */
        record Stranger() implements Standing {}
    }
}
