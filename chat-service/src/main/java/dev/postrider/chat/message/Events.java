package dev.postrider.chat.message;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The event that a frame asks for, not stamped yet. */
final class Events {
    private Events() {}

    static Event.Identified of(String from, ClientFrame.Numbered frame, Set<String> members) {
        return switch (frame) {
            case ClientFrame.Send f -> Event.Message.of(from, withMembersOnly(f, members));
            case ClientFrame.Edit f ->
                new Event.Edited(
                        f.conversation(),
                        Event.UNSTAMPED,
                        f.id(),
                        f.position(),
                        from,
                        Instant.EPOCH,
                        f.body(),
                        among(members, f.mentions()));
            case ClientFrame.Delete f ->
                new Event.Deleted(f.conversation(), Event.UNSTAMPED, f.id(), f.position(), from, Instant.EPOCH);
            case ClientFrame.React f ->
                new Event.Reacted(
                        f.conversation(),
                        Event.UNSTAMPED,
                        f.id(),
                        f.position(),
                        from,
                        Instant.EPOCH,
                        f.emoji(),
                        f.on());
            case ClientFrame.Pin f ->
                new Event.Pinned(f.conversation(), Event.UNSTAMPED, f.id(), f.position(), from, Instant.EPOCH, f.on());
        };
    }

    /** Gives the frame's id up for ever, unless an earlier record holds it. */
    static Event.Voided voided(String from, ClientFrame.Numbered frame) {
        return new Event.Voided(frame.conversation(), Event.UNSTAMPED, from, frame.id(), Instant.EPOCH);
    }

    /** The frame's name on the wire. */
    static String typeOf(ClientFrame.Numbered frame) {
        return switch (frame) {
            case ClientFrame.Send f -> "send";
            case ClientFrame.Edit f -> "edit";
            case ClientFrame.Delete f -> "delete";
            case ClientFrame.React f -> "react";
            case ClientFrame.Pin f -> "pin";
        };
    }

    private static ClientFrame.Send withMembersOnly(ClientFrame.Send f, Set<String> members) {
        return new ClientFrame.Send(
                f.id(),
                f.conversation(),
                f.body(),
                f.replyTo(),
                f.thread(),
                among(members, f.mentions()),
                f.everyone(),
                f.again());
    }

    private static @Nullable List<String> among(Set<String> members, @Nullable List<String> mentions) {
        if (mentions == null) {
            return null;
        }
        List<String> kept =
                mentions.stream().distinct().filter(members::contains).toList();
        return kept.isEmpty() ? null : kept;
    }
}
