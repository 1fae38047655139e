package dev.postrider.stack.server;

import dev.postrider.stack.process.Launch;
import java.io.IOException;
import java.nio.file.Path;

/** One of the three servers everything stands on, in its embedded form. */
public sealed interface Server permits KafkaServer, MariaDbServer, RedisServer {
    /** As in {@code ./dev status}. */
    String part();

    int port();

    /**
     * Makes its files ready (what exists is kept) and says how to run it.
     *
     * @throws MissingBinaryException where none is embedded for this platform
     * @throws IOException where files cannot be written
     */
    Launch prepare(Path log) throws IOException;

    /** Whether it answers its own protocol right now; within two seconds, never throws. */
    boolean answers();
}
