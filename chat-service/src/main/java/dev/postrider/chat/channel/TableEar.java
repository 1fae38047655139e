package dev.postrider.chat.channel;

/** Hears what happens to the table; called on the loop. */
interface TableEar {
    /** An own record, written at {@code sentMillis}, stands at {@code offset} and was read back. */
    void onReadBack(long channels, long sentMillis, long offset);

    /** This node has a new incarnation: nobody may rely on what the former one announced. */
    void onLapse();

    /** Another node will not say anything more: its senders may have left events undelivered. */
    void onOtherGone();
}
