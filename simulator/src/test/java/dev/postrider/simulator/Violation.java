package dev.postrider.simulator;

/** A promise that a schedule broke. */
record Violation(Kind kind, String words) {
    enum Kind {
        /** An accepted event is not in the tables. */
        LOST,
        /** An answer names another record than the one that holds the id. */
        WRONG_POSITION,
        /** An accepted event has no effect. */
        DEAD,
        /** What was rejected stands in the tables. */
        REJECTED_BUT_THERE,
        /** A connected device was never told of an accepted event. */
        MISSED,
        /** A device shows something else than a fresh snapshot. */
        VIEW_DIFFERS,
        /** Somebody outside heard of it. */
        LEAKED,
        /** A room's changes stand in the log in another order. */
        SHUFFLED,
        /** A frame was never answered. */
        UNANSWERED,
        /** A record was stored twice, or the progress went back. */
        STORED_TWICE,
        /** The text of a deleted message is kept. */
        TEXT_KEPT,
        /** Tables filled anew from the log are others. */
        REBUILT_OTHERWISE,
        /** More was under way, or written, than the bound allows. */
        UNBOUNDED,
        /** Something was said to a sign-in that had ended. */
        FRAME_AFTER_END,
        /** A socket was closed for its token's end though its sign-in lives and renews. */
        CUT_THOUGH_RENEWED
    }
}
