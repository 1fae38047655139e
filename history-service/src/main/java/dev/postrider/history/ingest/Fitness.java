package dev.postrider.history.ingest;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.rule.Bodies;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.rule.Emojis;
import dev.postrider.contracts.rule.Ulids;
import dev.postrider.contracts.topic.Position;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether every field of an event fits its column. Form only: who may do what was settled before the append. */
final class Fitness {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");
    private static final Pattern SENDER = Pattern.compile("[\\x21-\\x7e]{1,64}");
    private static final int MENTIONS_MAX = 50;
    private static final int USERS_MAX = 1_000;
    private static final int KEY_CHARS_MAX = 256;
    private static final int DETAIL_CHARS_MAX = 15_000;

    private Fitness() {}

    static Optional<String> fault(Event event) {
        return switch (event) {
            case Event.Message message ->
                identified(message).or(() -> body(message.body())).or(() -> content(message));
            case Event.Edited edited ->
                identified(edited)
                        .or(() -> target(edited.target()))
                        .or(() -> body(edited.body()))
                        .or(() -> mentions(edited.mentions()));
            case Event.Deleted deleted -> identified(deleted).or(() -> target(deleted.target()));
            case Event.Reacted reacted ->
                identified(reacted)
                        .or(() -> target(reacted.target()))
                        .or(() -> when(!Emojis.isEmoji(reacted.emoji()), "emoji is not one"));
            case Event.Pinned pinned -> identified(pinned).or(() -> target(pinned.target()));
            case Event.Voided voided -> identified(voided);
            case Event.Read read -> user(read.from()).or(() -> mark(read.upTo()));
            case Event.Delivered got -> user(got.from()).or(() -> mark(got.upTo()));
            case Event.Joined joined -> sender(joined.from()).or(() -> users(joined.users()));
            case Event.Left left -> sender(left.from()).or(() -> user(left.user()));
            case Event.Role role -> sender(role.from()).or(() -> user(role.user()));
            case Event.Room room -> sender(room.from()).or(() -> room(room));
            case Event.Mine mine -> own(mine).or(() -> about(mine));
            case Event.Blocked blocked -> own(blocked).or(() -> user(blocked.user()));
        };
    }

    private static Optional<String> identified(Event.Identified event) {
        return sender(event.from()).or(() -> when(!ID.matcher(event.id()).matches(), "id is not one"));
    }

    private static Optional<String> content(Event.Message message) {
        String key = message.key();
        boolean keyUnfit = key != null && (key.length() > KEY_CHARS_MAX || Bodies.hasForbiddenCharacter(key));
        boolean dataUnfit = message.data() != null && unfit(message.data().toString());
        return mentions(message.mentions())
                .or(() -> when(keyUnfit, "key does not fit"))
                .or(() -> when(dataUnfit, "data does not fit"));
    }

    private static Optional<String> room(Event.Room room) {
        return when(unfit(String.valueOf(room.changed())), "changed does not fit");
    }

    private static boolean unfit(String text) {
        return text.length() > DETAIL_CHARS_MAX || Bodies.hasForbiddenCharacter(text.replaceAll("[\\r\\n\\t]", " "));
    }

    private static Optional<String> body(String body) {
        return Bodies.fault(body).map(fault -> "body " + fault);
    }

    private static Optional<String> mentions(@Nullable List<String> mentions) {
        boolean unfit = mentions != null
                && (mentions.size() > MENTIONS_MAX || !mentions.stream().allMatch(Fitness::isUser));
        return when(unfit, "mentions are not users");
    }

    private static Optional<String> users(List<String> users) {
        return when(users.size() > USERS_MAX || !users.stream().allMatch(Fitness::isUser), "users are not users");
    }

    private static Optional<String> own(Event event) {
        boolean own = ConversationId.parse(event.conversation()).orElse(null) instanceof ConversationId.Own;
        return when(!own, "conversation is not somebody's own stream");
    }

    private static Optional<String> about(Event.Mine mine) {
        return when(ConversationId.parse(mine.about()).isEmpty(), "about is not a conversation");
    }

    private static Optional<String> user(String id) {
        return when(!isUser(id), "user is not one");
    }

    private static boolean isUser(@Nullable String id) {
        return id != null && Ulids.isUlid(id);
    }

    private static Optional<String> sender(String from) {
        return when(!SENDER.matcher(from).matches(), "from is not one");
    }

    private static Optional<String> target(long position) {
        return when(!Position.isPosition(position), "target is not a position");
    }

    private static Optional<String> mark(long upTo) {
        return when(upTo != Position.NONE && !Position.isPosition(upTo), "upTo is not a position");
    }

    private static Optional<String> when(boolean fault, String reason) {
        return fault ? Optional.of(reason) : Optional.empty();
    }
}
