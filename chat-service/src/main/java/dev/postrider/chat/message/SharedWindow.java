package dev.postrider.chat.message;

import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * The window that all nodes share. Every call may fail, and then nothing is known. Whatever becomes of the memory behind
 * it, an implementation grants a claim only where it would have found a contest ({@link AgreedWindow}).
 *
 * <p><b>Order.</b> A first attempt marks beside its append and claims <em>after</em> that was acknowledged; a repeat
 * contests <em>before</em> it appends. Let a first attempt stand at position p and a repeat at q. Where q &lt; p: contest →
 * append(q) → append(p) → claim, so the claim sees the contest, and the first attempt asks history instead of answering
 * for itself. Where p &lt; q: the repeat asks history past q, which has read p. Either way both name the lower one. The
 * mark alone would lose the first case (marked early, an append that arrives late); the claim alone would miss an attempt
 * that died before it could claim, where its repeat forgot to say so.
 */
public interface SharedWindow {
    /** What is known of an id. */
    sealed interface Seen {
        record Nothing() implements Seen {}

        /** Somebody tried it; what became of that is not known here. */
        record Touched() implements Seen {}

        /** It was accepted, and this was the answer. */
        record Answered(long position, Instant at) implements Seen {}
    }

    /** Marks an id as tried by this node, unless anybody touched it before. True where nobody had. */
    CompletionStage<Boolean> mark(MessageKey key);

    /** True where this node's mark still stands as it was set: nobody contested it. */
    CompletionStage<Boolean> claim(MessageKey key);

    /** Announces a repeat, unless the answer is known already; tells what was known before. */
    CompletionStage<Seen> contest(MessageKey key);

    /** Tells what is known, and changes nothing. */
    CompletionStage<Seen> look(MessageKey key);

    /** Keeps an answer for whoever repeats it elsewhere. Best effort; nobody waits for it. */
    void keep(MessageKey key, long position, Instant at);
}
