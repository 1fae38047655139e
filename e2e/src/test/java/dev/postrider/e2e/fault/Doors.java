package dev.postrider.e2e.fault;

import dev.postrider.e2e.suite.Suite;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Where the people of a run connect: at the suite's own doors, or at relays before them. */
public record Doors(List<URI> open, List<Relay> relays) implements AutoCloseable {
    public Doors {
        open = List.copyOf(open);
        relays = List.copyOf(relays);
    }

    /** The gateway and both nodes themselves. */
    public static Doors of(Suite suite) {
        return new Doors(List.of(suite.gateway(), suite.chatNode(1), suite.chatNode(2)), List.of());
    }

    /** The same, each behind a relay. */
    static Doors relayed(Suite suite) {
        List<Relay> relays = of(suite).open().stream().map(Relay::before).toList();
        return new Doors(relays.stream().map(Relay::door).toList(), relays);
    }

    long keptBytes() {
        return relays.stream().mapToLong(Relay::keptBytes).sum();
    }

    @Override
    public void close() throws IOException {
        for (Relay relay : relays) {
            relay.close();
        }
    }
}
