package dev.postrider.e2e.check;

import dev.postrider.e2e.check.Post.Key;
import dev.postrider.e2e.check.Post.Place;
import java.util.Collection;
import java.util.List;

/** A promise that was broken, in words that lead to the place. */
public sealed interface Violation {
    /** Which promise of docs/architecture.md. */
    String promise();

    String message();

    /** Accepted, and a member's client never got to see it. */
    record Lost(Place place, Key key, String receiver) implements Violation {
        @Override
        public String promise() {
            return "G1";
        }

        @Override
        public String message() {
            return "lost: %s, accepted as %s, was never shown to %s".formatted(key, place, receiver);
        }
    }

    /** History holds it, nobody was told that it was accepted, and a member's client never got to see it. */
    record Missed(Place place, Key key, String receiver) implements Violation {
        @Override
        public String promise() {
            return "G5";
        }

        @Override
        public String message() {
            return "missed: %s stands at %s, and was never shown to %s".formatted(key, place, receiver);
        }
    }

    /** Accepted, and the log has no such record there. */
    record NotInLog(Place place, Key key) implements Violation {
        @Override
        public String promise() {
            return "G1";
        }

        @Override
        public String message() {
            return "not durable: %s, accepted as %s, is no record of the log".formatted(key, place);
        }
    }

    /** Accepted or shown, and the database or the pages do not have it. */
    record NotStored(Place place, Key key, String where) implements Violation {
        @Override
        public String promise() {
            return "G1";
        }

        @Override
        public String message() {
            return "not stored: %s, known as %s, is not in the %s".formatted(key, place, where);
        }
    }

    /** More than one bubble, row or entry of one message. */
    record Doubled(Key key, Collection<Long> positions, String where) implements Violation {
        @Override
        public String promise() {
            return "G2";
        }

        @Override
        public String message() {
            return "doubled: %s stands at %s, as %s shows".formatted(key, positions, where);
        }
    }

    /** One message has two positions, by two witnesses. */
    record TwoPositions(Key key, long one, long other, String where) implements Violation {
        @Override
        public String promise() {
            return "G3";
        }

        @Override
        public String message() {
            return "two positions: %s stands at %d, but %s says %d".formatted(key, one, where, other);
        }
    }

    /** One position holds two messages, by two witnesses. */
    record TwoMessages(Place place, String one, String other, String where) implements Violation {
        @Override
        public String promise() {
            return "G3";
        }

        @Override
        public String message() {
            return "two messages: %s is %s, but %s says %s".formatted(place, one, where, other);
        }
    }

    /** Two messages that one client sent on one socket stand the other way round. */
    record Reordered(String conversation, String sender, String first, String second) implements Violation {
        @Override
        public String promise() {
            return "G3";
        }

        @Override
        public String message() {
            return "reordered: %s sent %s before %s to %s, and it stands behind it"
                    .formatted(sender, first, second, conversation);
        }
    }

    /** The text is not what was sent. */
    record Corrupted(Place place, Key key, String where) implements Violation {
        @Override
        public String promise() {
            return "G3";
        }

        @Override
        public String message() {
            return "corrupted: %s has another text at %s, as %s shows".formatted(key, place, where);
        }
    }

    /** A message that nobody sent. */
    record Invented(Place place, Key key, String where) implements Violation {
        @Override
        public String promise() {
            return "G2";
        }

        @Override
        public String message() {
            return "invented: %s at %s was sent by nobody, as %s shows".formatted(key, place, where);
        }
    }

    /** The last answer was {@code rejected}, and it appeared all the same. */
    record SeenThoughRejected(Key key, String code, String where) implements Violation {
        @Override
        public String promise() {
            return "G4";
        }

        @Override
        public String message() {
            return "rejected (%s) and seen: %s, as %s shows".formatted(code, key, where);
        }
    }

    /** Two different acceptances of one id. */
    record TwoAnswers(Key key, List<Long> positions) implements Violation {
        @Override
        public String promise() {
            return "G2";
        }

        @Override
        public String message() {
            return "two answers: %s was accepted at %s".formatted(key, positions);
        }
    }

    /** Shown to somebody who is no member. */
    record Leaked(Place place, Key key, String receiver) implements Violation {
        @Override
        public String promise() {
            return "G7";
        }

        @Override
        public String message() {
            return "leaked: %s was shown to %s, who is no member".formatted(key, receiver);
        }
    }

    /** Nothing was disturbed, the receiver was connected all the time, and the frame did not come. */
    record NotLive(Place place, Key key, String receiver, long withinMillis) implements Violation {
        @Override
        public String promise() {
            return "G1";
        }

        @Override
        public String message() {
            return "not live: %s at %s did not reach %s within %d ms, though nothing was in its way"
                    .formatted(key, place, receiver, withinMillis);
        }
    }

    /** Unread is not what its definition gives. */
    record WrongUnread(String user, String conversation, int said, int counted) implements Violation {
        @Override
        public String promise() {
            return "G5";
        }

        @Override
        public String message() {
            return "unread: %s is told %d in %s, the definition gives %d".formatted(user, said, conversation, counted);
        }
    }

    /** No answer, however often it was asked. */
    record Unanswered(Key key, int attempts) implements Violation {
        @Override
        public String promise() {
            return "G4";
        }

        @Override
        public String message() {
            return "unanswered: %s was sent %d times and everything has healed".formatted(key, attempts);
        }
    }
}
