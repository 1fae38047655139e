package dev.postrider.contracts.rule;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A conversation's id, taken apart. Two ids are the same conversation exactly when their text is equal byte for byte.
 * A direct conversation names its two members, smaller id first; both equal means notes to oneself.
 */
public sealed interface ConversationId {
    int LENGTH_MAX = 64;

    /** The text that stands in frames, records and rows. */
    String text();

    record Direct(String first, String second) implements ConversationId {
        @Override
        public String text() {
            return "dm:" + first + ":" + second;
        }

        public boolean has(String userId) {
            return first.equals(userId) || second.equals(userId);
        }

        /** The two members, or the one whose notes these are. */
        public List<String> members() {
            return first.equals(second) ? List.of(first) : List.of(first, second);
        }

        /** The one who is not {@code userId}; in notes to oneself that is oneself. */
        public String other(String userId) {
            return first.equals(userId) ? second : first;
        }
    }

    record Room(String id) implements ConversationId {
        @Override
        public String text() {
            return "room:" + id;
        }
    }

    record Feed(String name) implements ConversationId {
        @Override
        public String text() {
            return "feed:" + name;
        }
    }

    /** One person's part of a personal feed. */
    record PersonalFeed(String name, String userId) implements ConversationId {
        @Override
        public String text() {
            return "feed:" + name + ":" + userId;
        }
    }

    /** A user's own stream of settings; seen by nobody else. */
    record Own(String userId) implements ConversationId {
        @Override
        public String text() {
            return "me:" + userId;
        }
    }

    /** The direct conversation of two people, whichever is named first. */
    static Direct direct(String one, String other) {
        return one.compareTo(other) <= 0 ? new Direct(one, other) : new Direct(other, one);
    }

    /** The id, or empty where the text is not one (also a direct conversation with its members the wrong way round). */
    static Optional<ConversationId> parse(String text) {
        if (text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        String[] parts = text.split(":", -1);
        return Optional.ofNullable(
                switch (parts[0]) {
                    case "dm" ->
                        parts.length == 3
                                        && Ulids.isUlid(parts[1])
                                        && Ulids.isUlid(parts[2])
                                        && parts[1].compareTo(parts[2]) <= 0
                                ? new Direct(parts[1], parts[2])
                                : null;
                    case "room" -> parts.length == 2 && Ulids.isUlid(parts[1]) ? new Room(parts[1]) : null;
                    case "me" -> parts.length == 2 && Ulids.isUlid(parts[1]) ? new Own(parts[1]) : null;
                    case "feed" -> feed(parts);
                    default -> null;
                });
    }

    private static @org.jspecify.annotations.Nullable ConversationId feed(String[] parts) {
        if (parts.length < 2 || !FeedName.FORM.matcher(parts[1]).matches()) {
            return null;
        }
        if (parts.length == 2) {
            return new Feed(parts[1]);
        }
        return parts.length == 3 && Ulids.isUlid(parts[2]) ? new PersonalFeed(parts[1], parts[2]) : null;
    }

    /** The form of a feed's name. */
    final class FeedName {
        static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,29}");

        private FeedName() {}
    }
}
