package dev.postrider.contracts.frame;

import dev.postrider.contracts.rule.Bodies;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.rule.Emojis;
import dev.postrider.contracts.rule.MessageIds;
import dev.postrider.contracts.rule.Ulids;
import dev.postrider.contracts.topic.Position;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a client's frame has a shape that can be acted on. Pure; knows nothing of rights or state. */
public final class FrameCheck {
    static final int MENTIONS_MAX = 50;
    static final int WATCHED_USERS_MAX = 500;
    static final int WATCHED_PLACES_MAX = 20;
    static final int TICKET_CHARS_MAX = 4_096;
    static final int NONCE_CHARS_MAX = 64;

    private FrameCheck() {}

    /** What is wrong, for the frame's writer. */
    public record Fault(RejectCode code, String detail) {
        static Fault of(String field, String why) {
            return new Fault(RejectCode.INVALID, field + ": " + why);
        }
    }

    /** The frame with its body's line ends made LF. */
    public static ClientFrame normalised(ClientFrame frame) {
        return switch (frame) {
            case ClientFrame.Send f
            when hasBody(f.body()) ->
                new ClientFrame.Send(
                        f.id(),
                        f.conversation(),
                        Bodies.normalised(f.body()),
                        f.replyTo(),
                        f.thread(),
                        f.mentions(),
                        f.everyone(),
                        f.again());
            case ClientFrame.Edit f
            when hasBody(f.body()) ->
                new ClientFrame.Edit(
                        f.id(), f.conversation(), f.position(), Bodies.normalised(f.body()), f.mentions(), f.again());
            case ClientFrame other -> other;
        };
    }

    /** The first fault found, or empty for a frame that every later step may trust. */
    public static Optional<Fault> fault(ClientFrame frame) {
        return switch (frame) {
            case ClientFrame.Send f ->
                first(
                        ids(f),
                        body(f.body()),
                        optionalPosition("replyTo", f.replyTo()),
                        optionalPosition("thread", f.thread()),
                        mentions(f.mentions()));
            case ClientFrame.Edit f -> first(ids(f), position(f.position()), body(f.body()), mentions(f.mentions()));
            case ClientFrame.Delete f -> first(ids(f), position(f.position()));
            case ClientFrame.React f -> first(ids(f), position(f.position()), emoji(f.emoji()));
            case ClientFrame.Pin f -> first(ids(f), position(f.position()));
            case ClientFrame.Read f -> first(conversation(f.conversation()), mark(f.position()));
            case ClientFrame.Delivered f -> first(conversation(f.conversation()), mark(f.position()));
            case ClientFrame.Typing f -> first(conversation(f.conversation()), optionalPosition("thread", f.thread()));
            case ClientFrame.Watch f ->
                first(
                        list("users", f.users(), WATCHED_USERS_MAX, Ulids::isUlid),
                        list("rooms", f.rooms(), WATCHED_PLACES_MAX, FrameCheck::isConversation),
                        list("feeds", f.feeds(), WATCHED_PLACES_MAX, FrameCheck::isConversation));
            case ClientFrame.Renew f -> text("ticket", f.ticket(), TICKET_CHARS_MAX);
            case ClientFrame.Ping f -> text("nonce", f.nonce(), NONCE_CHARS_MAX);
        };
    }

    private static Optional<Fault> ids(ClientFrame.Numbered frame) {
        String id = frame.id();
        if (isNull(id) || !MessageIds.isMessageId(id)) {
            return Optional.of(Fault.of("id", "must be a UUID of version 7 in lower case"));
        }
        return conversation(frame.conversation());
    }

    private static Optional<Fault> conversation(String text) {
        return isNull(text) || !isConversation(text)
                ? Optional.of(Fault.of("conversation", "is not a conversation's id"))
                : Optional.empty();
    }

    private static Optional<Fault> body(String body) {
        return isNull(body)
                ? Optional.of(Fault.of("body", "is missing"))
                : Bodies.fault(body).map(why -> Fault.of("body", why));
    }

    private static Optional<Fault> position(long position) {
        return optionalPosition("position", position);
    }

    private static Optional<Fault> optionalPosition(String field, @Nullable Long position) {
        return position == null || Position.isPosition(position)
                ? Optional.empty()
                : Optional.of(Fault.of(field, "must be a position"));
    }

    private static Optional<Fault> mark(long position) {
        return position == Position.NONE ? Optional.empty() : position(position);
    }

    private static Optional<Fault> emoji(String emoji) {
        return isNull(emoji) || !Emojis.isEmoji(emoji)
                ? Optional.of(Fault.of("emoji", "must be one emoji"))
                : Optional.empty();
    }

    private static Optional<Fault> mentions(@Nullable List<String> users) {
        return list("mentions", users, MENTIONS_MAX, Ulids::isUlid);
    }

    private static Optional<Fault> list(String field, @Nullable List<String> entries, int max, Predicate<String> form) {
        if (entries == null) {
            return Optional.empty();
        }
        if (entries.size() > max) {
            return Optional.of(Fault.of(field, "must have at most " + max + " entries"));
        }
        return entries.stream().allMatch(entry -> !isNull(entry) && form.test(entry))
                ? Optional.empty()
                : Optional.of(Fault.of(field, "has an entry that is not an id"));
    }

    private static Optional<Fault> text(String field, String text, int max) {
        return isNull(text) || text.isEmpty() || text.length() > max
                ? Optional.of(Fault.of(field, "must have 1 to " + max + " characters"))
                : Optional.empty();
    }

    private static boolean isConversation(String text) {
        return ConversationId.parse(text).isPresent();
    }

    private static boolean hasBody(String body) {
        return !isNull(body);
    }

    /** Binding leaves null where a required field was absent, whatever the component's type says. */
    private static boolean isNull(@Nullable Object value) {
        return Objects.isNull(value);
    }

    @SafeVarargs
    private static Optional<Fault> first(Optional<Fault>... faults) {
        return Stream.of(faults).flatMap(Optional::stream).findFirst();
    }
}
