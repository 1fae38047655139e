package dev.postrider.chat.limit;

/** How fast frames may come that change a conversation: of one person, and in one room. Safe for all threads. */
public final class Rates {
    private static final String ROOM = "room:";

    private final SendRate person;
    private final SendRate room;

    public Rates(SendRate person, SendRate room) {
        this.person = person;
        this.room = room;
    }

    /** 0 where the frame may pass; else after how many milliseconds it may be tried again. */
    public long take(String user, String conversation) {
        long wait = person.take(user);
        return wait > 0 || !conversation.startsWith(ROOM) ? wait : room.take(conversation);
    }
}
