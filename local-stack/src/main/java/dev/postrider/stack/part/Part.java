package dev.postrider.stack.part;

import dev.postrider.stack.process.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * One process of the suite.
 *
 * @param name as in {@code ./dev status}
 * @param port where it serves
 * @param ports all it listens on, each with the way to change it
 * @param log its output
 * @param preparation makes its files and says what to run; again before each restart
 * @param ready whether it answers its own protocol now; may take some seconds, never throws
 * @param stopGrace how long it may take to end when asked
 */
public record Part(
        String name,
        int port,
        List<PortUse> ports,
        Path log,
        Preparation preparation,
        BooleanSupplier ready,
        Duration stopGrace) {
    public Part {
        ports = List.copyOf(ports);
    }

    /** The one on which it tells about itself, or {@link #port} where it has no other. */
    public int managementPort() {
        return ports.getLast().port();
    }

    /** Makes files ready. */
    public interface Preparation {
        Launch prepare() throws IOException;
    }

    /**
     * A port and how to choose another.
     *
     * @param change for a message, such as {@code --port or the key "port"}
     */
    public record PortUse(int port, String change) {}
}
