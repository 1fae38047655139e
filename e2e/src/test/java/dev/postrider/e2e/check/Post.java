package dev.postrider.e2e.check;

/** One message as somebody showed it: a live frame, an answer of sync, a page, a row, a record of the log. */
public record Post(String conversation, long position, String id, String from, String body) {
    Key key() {
        return new Key(conversation, from, id);
    }

    Place place() {
        return new Place(conversation, position);
    }

    boolean sameContent(Post other) {
        return id.equals(other.id) && from.equals(other.from) && body.equals(other.body);
    }

    /** What names a message once and for ever. */
    public record Key(String conversation, String from, String id) {
        @Override
        public String toString() {
            return id + " of " + from + " in " + conversation;
        }
    }

    /** Where a message stands. */
    public record Place(String conversation, long position) {
        @Override
        public String toString() {
            return conversation + " at " + position;
        }
    }
}
