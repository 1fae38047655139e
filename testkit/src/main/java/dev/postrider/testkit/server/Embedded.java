package dev.postrider.testkit.server;

/** What every embedded server can be made to suffer. A shared one must be well again when the test ends. */
public sealed interface Embedded extends AutoCloseable permits EmbeddedKafka, EmbeddedMariaDb, EmbeddedRedis {
    int port();

    /** Freezes it (SIGSTOP): connections stay open and nothing answers. */
    void pause();

    /** Ends {@link #pause} and waits for an answer. */
    void resume();

    /** As {@code kill -9}. */
    void kill();

    /** Starts it again on the same port with the same data, killing it first where it still lives; waits for an answer. */
    void restart();

    /** Everything it holds is gone; the process stays. */
    void empty();

    /** Ends it and removes its data. Shared ones end with the JVM: closing them does nothing. */
    @Override
    void close();
}
