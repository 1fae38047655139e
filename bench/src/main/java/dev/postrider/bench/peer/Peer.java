package dev.postrider.bench.peer;

import dev.postrider.bench.load.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Another chat server: how it is started, spoken to, and asked what it kept. */
public interface Peer {
    /** One line: what its acknowledgement says. */
    String promise();

    /** Why it cannot be run on this machine; empty where it can. */
    Optional<String> missing();

    /** Everything it ever knew is gone; it does not run. */
    void forget(Path folder) throws IOException;

    /** Starts it on what that folder holds. */
    PeerProcess start(Path folder) throws IOException;

    /** How a device of that user speaks. */
    Dialect dialect(String user);

    /** What others write to. */
    String addressOf(String user);

    /** Ids of all messages a recipient can ask for in another way than by its socket. */
    List<String> kept();
}
