package dev.postrider.chat.room;

import dev.postrider.chat.channel.Audience;
import dev.postrider.chat.channel.FreshGate;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.rule.ConversationId.Direct;
import dev.postrider.contracts.rule.ConversationId.Room;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Direct conversations, whose ids name their two members, and rooms. Of a room only a fresh node says who may be there:
 * one that stood still may not have heard of a removal yet.
 */
public final class ConversationMembership implements Membership {
    private static final Standing STRANGER = new Standing.Stranger();

    private final Rosters rosters;
    private final RosterSource source;
    private final FreshGate gate;

    public ConversationMembership(Rosters rosters, RosterSource source, FreshGate gate) {
        this.rosters = rosters;
        this.source = source;
        this.gate = gate;
    }

    @Override
    public CompletionStage<Standing> of(String userId, String conversation) {
        return switch (ConversationId.parse(conversation).orElse(null)) {
            case Direct direct
            when direct.has(userId) ->
                rosters.of(conversation)
                        .thenApply(found ->
                                found.<Standing>map(Standing.Member::new).orElse(STRANGER));
            case Room room ->
                gate.fresh()
                        .thenCompose(fresh -> rosters.of(conversation))
                        .thenCompose(found -> inRoom(userId, conversation, found));
            case null, default -> CompletableFuture.completedFuture(STRANGER);
        };
    }

    @Override
    public Audience audience(String conversation, Function<Roster, Collection<String>> chosen) {
        return ConversationId.parse(conversation).orElse(null) instanceof Direct direct
                ? Audience.of(chosen.apply(Roster.OfDirect.of(direct, false)))
                : rosters.audienceOfRoom(conversation, chosen);
    }

    private CompletionStage<Standing> inRoom(String userId, String conversation, Optional<Roster> found) {
        if (found.isEmpty()) {
            return CompletableFuture.completedFuture(STRANGER);
        }
        if (found.get().members().contains(userId)) {
            return CompletableFuture.completedFuture(new Standing.Member(found.get()));
        }
        return source.wasMember(userId, conversation).thenApply(was -> was ? new Standing.Former() : STRANGER);
    }
}
