package dev.postrider.e2e.fault;

import dev.postrider.e2e.check.Evidence;

/** Something that breaks, bites, and heals again. */
@FunctionalInterface
public interface Fault {
    /**
     * Breaks it, sees that it bites, heals it; returns when whatever was struck runs again.
     *
     * @return what showed that it bit, in a few words
     * @throws NotBittenException where nothing showed it: then the row counts for nothing
     */
    String strike(Scene scene) throws InterruptedException;

    /**
     * What the evidence of the whole run adds to that.
     *
     * @throws NotBittenException where the fault left no trace in it
     */
    default String traced(String bite, Evidence evidence) {
        return bite;
    }

    /** The fault was not to be seen. */
    final class NotBittenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotBittenException(String expected) {
            super("the fault did not bite: " + expected);
        }
    }
}
