package dev.postrider.contracts.internal;

/** Names of the calls between services. */
public final class Internal {
    /** Carries the service key; compared in constant time, answered with 404 where it is wrong. */
    public static final String KEY_HEADER = "Postrider-Service-Key";

    public static final String USERS = "/internal/users";
    public static final String HOLDERS = "/internal/holders";
    public static final int HOLDERS_MAX = 200;
    public static final String TARGET = "/internal/target";
    /** {@code ?user=&about=}: somebody's settings of a conversation as they hold now; 404 where it is not theirs. */
    public static final String MINE = "/internal/mine";

    /** {@code ?conversation=&position=}: answered by {@link Counts}, as far as the log was read. */
    public static final String COUNTS = "/internal/counts";

    /** Asked and answered with {@link Texts}. */
    public static final String TEXTS = "/internal/texts";

    public static final int TEXTS_MAX = 200;

    public static final int USERS_MAX = 200;

    /** Whom {@link #HOLDERS} is asked for where a room's change, not somebody's id, may be a repeat. */
    public static final String CHANGES = "";

    private Internal() {}

    /** What names a change of a room, among {@link #CHANGES}. */
    public static String changeId(long change) {
        return "change:" + change;
    }
}
