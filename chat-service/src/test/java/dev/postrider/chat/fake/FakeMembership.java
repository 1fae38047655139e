package dev.postrider.chat.fake;

import dev.postrider.chat.channel.Audience;
import dev.postrider.chat.room.Membership;
import dev.postrider.chat.room.Roster;
import dev.postrider.contracts.rule.ConversationId.Direct;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** One conversation of two people, of which everybody is what a test says. */
public final class FakeMembership implements Membership {
    public static final Roster BOTH = Roster.OfDirect.of(new Direct(People.WREN, People.MOSS), false);
    public Standing standing = new Standing.Member(BOTH);

    @Override
    public CompletionStage<Standing> of(String userId, String conversation) {
        return CompletableFuture.completedFuture(standing);
    }

    @Override
    public Audience audience(String conversation, Function<Roster, Collection<String>> chosen) {
        return Audience.of(chosen.apply(BOTH));
    }
}
