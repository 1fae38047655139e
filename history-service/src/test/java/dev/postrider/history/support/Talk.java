package dev.postrider.history.support;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.LeaveReason;
import dev.postrider.contracts.rest.RoomChange;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.rule.MessageIds;
import dev.postrider.contracts.rule.Ulids;
import dev.postrider.testkit.token.TestTokens;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes events of one conversation into the log, as chat-service would; every method answers the position. */
public record Talk(String conversation) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long NOWHERE = Event.UNSTAMPED;

    /** A fresh direct conversation of two people. */
    public static Talk between(String one, String other) {
        return new Talk(ConversationId.direct(one, other).text());
    }

    /** A fresh room. */
    public static Talk room() {
        return new Talk("room:" + Ulids.next(System.currentTimeMillis(), RANDOM));
    }

    public static String user() {
        return TestTokens.newUser();
    }

    public static String id() {
        return MessageIds.next(System.currentTimeMillis(), RANDOM);
    }

    public long say(String from, String body) {
        return write(message(id(), from, body, null, null));
    }

    public long say(String from, String body, List<String> mentions) {
        return write(message(id(), from, body, null, mentions));
    }

    public long reply(String from, String body, long thread) {
        return write(message(id(), from, body, thread, null));
    }

    public Event.Message message(
            String id, String from, String body, @Nullable Long thread, @Nullable List<String> mentions) {
        return Event.Message.of(from, new ClientFrame.Send(id, conversation, body, null, thread, mentions, null, null));
    }

    public long edit(String from, long target, String body) {
        return write(new Event.Edited(conversation, NOWHERE, id(), target, from, Instant.EPOCH, body, null));
    }

    public long delete(String from, long target) {
        return write(new Event.Deleted(conversation, NOWHERE, id(), target, from, Instant.EPOCH));
    }

    public long react(String from, long target, String emoji, boolean on) {
        return write(new Event.Reacted(conversation, NOWHERE, id(), target, from, Instant.EPOCH, emoji, on));
    }

    public long pin(String from, long target, boolean on) {
        return write(new Event.Pinned(conversation, NOWHERE, id(), target, from, Instant.EPOCH, on));
    }

    public long read(String from, long upTo) {
        return write(new Event.Read(conversation, NOWHERE, from, upTo, Instant.EPOCH));
    }

    public long delivered(String from, long upTo) {
        return write(new Event.Delivered(conversation, NOWHERE, from, upTo, Instant.EPOCH));
    }

    public long giveUp(String from, String id) {
        return write(new Event.Voided(conversation, NOWHERE, from, id, Instant.EPOCH));
    }

    public long join(long change, Event.Role.Name role, String... users) {
        return write(new Event.Joined(conversation, NOWHERE, users[0], List.of(users), role, Instant.EPOCH, change));
    }

    public long leave(long change, String user) {
        return write(new Event.Left(conversation, NOWHERE, user, user, Instant.EPOCH, LeaveReason.left, change));
    }

    public long change(long change, String by, RoomChange changed) {
        return write(new Event.Room(conversation, NOWHERE, by, Instant.EPOCH, changed, change));
    }

    public long write(Event event) {
        return LogPen.write(event);
    }
}
