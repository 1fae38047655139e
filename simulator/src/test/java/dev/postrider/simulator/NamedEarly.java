package dev.postrider.simulator;

import dev.postrider.chat.channel.Audience;
import dev.postrider.chat.room.Membership;
import dev.postrider.chat.room.Roster;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Names those who were members when the sender was looked up, before the append. */
final class NamedEarly implements Membership {
    private final Membership membership;
    private final Map<String, Collection<String>> named = new HashMap<>();

    NamedEarly(Membership membership) {
        this.membership = membership;
    }

    @Override
    public CompletionStage<Standing> of(String userId, String conversation) {
        return membership.of(userId, conversation).thenApply(standing -> {
            if (standing instanceof Standing.Member member) {
                named.put(conversation, member.roster().members());
            }
            return standing;
        });
    }

    @Override
    public Audience audience(String conversation, Function<Roster, Collection<String>> chosen) {
        return membership.audience(conversation, chosen);
    }

    @Override
    public Audience members(String conversation, long position) {
        Collection<String> early = named.get(conversation);
        return early == null ? membership.members(conversation, position) : Audience.of(early);
    }
}
