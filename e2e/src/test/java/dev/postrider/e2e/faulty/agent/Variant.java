package dev.postrider.e2e.faulty.agent;

/** What a faulty server does wrong, once in {@link Chance#ONE_IN} times. */
public enum Variant {
    /** Sound. */
    NONE,
    /** A recipient's live frame is forgotten. */
    DROP,
    /** A message is appended twice, and history keeps both. */
    DUPLICATE,
    /** Two messages of one sender change places on the way to the log. */
    SWAP,
    /** Accepted is said seconds before the record goes to the log. */
    ACKNOWLEDGE_EARLY,
    /** Somebody who is no member gets the frame as well. */
    LEAK,
    /** The log gets another text than the recipients. */
    CORRUPT,
    /** Rejected is said after the append and the delivery. */
    REJECT_AFTER_APPEND,
    /** An answer of sync leaves an event out, and its cursor covers it. */
    CURSOR_AHEAD,
    /** A text comes back to its own socket as it was, always, and nothing else is done with it. */
    ECHO
}
