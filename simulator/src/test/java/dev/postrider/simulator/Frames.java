package dev.postrider.simulator;

import dev.postrider.chat.message.Answer;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.ClientFrame.Delete;
import dev.postrider.contracts.frame.ClientFrame.Edit;
import dev.postrider.contracts.frame.ClientFrame.Numbered;
import dev.postrider.contracts.frame.ClientFrame.React;
import dev.postrider.contracts.frame.ClientFrame.Send;
import dev.postrider.contracts.frame.Event;
import java.time.Instant;

/** What devices say. */
final class Frames {
    private Frames() {}

    static Numbered again(Numbered frame) {
        return switch (frame) {
            case Send f -> new Send(f.id(), f.conversation(), f.body(), null, null, null, null, true);
            case Edit f -> new Edit(f.id(), f.conversation(), f.position(), f.body(), null, true);
            case Delete f -> new Delete(f.id(), f.conversation(), f.position(), true);
            case React f -> new React(f.id(), f.conversation(), f.position(), f.emoji(), f.on(), true);
            case ClientFrame.Pin f -> throw new IllegalArgumentException("nobody pins here");
        };
    }

    /** What the device itself makes of its own frame once it is accepted. */
    static Event.Identified event(String from, Numbered frame) {
        return switch (frame) {
            case Send f -> People.message(f.conversation(), from, f.id(), f.body());
            case Edit f ->
                new Event.Edited(
                        f.conversation(), Event.UNSTAMPED, f.id(), f.position(), from, Instant.EPOCH, f.body(), null);
            case Delete f ->
                new Event.Deleted(f.conversation(), Event.UNSTAMPED, f.id(), f.position(), from, Instant.EPOCH);
            case React f ->
                new Event.Reacted(
                        f.conversation(),
                        Event.UNSTAMPED,
                        f.id(),
                        f.position(),
                        from,
                        Instant.EPOCH,
                        f.emoji(),
                        f.on());
            case ClientFrame.Pin f -> throw new IllegalArgumentException("nobody pins here");
        };
    }

    static String words(Numbered frame) {
        String repeated = frame.repeated() ? " again" : "";
        return switch (frame) {
            case Send f -> "\"%s\" as %s%s".formatted(f.body(), brief(f.id()), repeated);
            case Edit f -> "edit of %d as %s%s".formatted(f.position(), brief(f.id()), repeated);
            case Delete f -> "deletion of %d as %s%s".formatted(f.position(), brief(f.id()), repeated);
            case React f ->
                "%s%s under %d as %s%s"
                        .formatted(f.on() ? "" : "no ", f.emoji(), f.position(), brief(f.id()), repeated);
            case ClientFrame.Pin f -> "a pin";
        };
    }

    static String words(Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted -> "accepted at " + accepted.frame().position();
            case Answer.Rejected rejected -> "rejected, " + rejected.frame().detail();
            case Answer.Unknown unknown -> "nothing";
        };
    }

    /** The end of an id, enough to tell it from the others of a schedule. */
    static String brief(String id) {
        return id.substring(id.length() - 6);
    }
}
