package dev.postrider.gateway.upgrade;

import dev.postrider.base.drain.Slices;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The pipes between clients and their chat nodes, and how they end when this gateway leaves: in slices, for who loses a
 * socket opens the next one at once, at a gateway that others have to find room in as well. Any thread.
 */
public final class Tunnels {
    private final Set<NetSocket> clients = ConcurrentHashMap.newKeySet();
    private final Endings endings;
    private volatile boolean leaving;

    public Tunnels(Vertx vertx) {
        this.endings = new Endings(vertx);
    }

    /** Lets it flow. Both sockets must be paused or silent until then. */
    void open(NetSocket client, NetSocket node) {
        clients.add(client);
        Tunnel.open(client, node, () -> {
            clients.remove(client);
            endings.add(node::close);
        });
        if (leaving) {
            client.close();
        }
    }

    /** Whether no socket is opened any more. */
    boolean leaving() {
        return leaving;
    }

    /**
     * Opens no more, and closes all that are open; returns when the last one has been told. Of a tunnel that is opened meanwhile
     * either we see it in the set, or it sees that we leave: it enters before it looks, and we write before we look.
     */
    public int leave(Duration over) throws InterruptedException {
        leaving = true;
        List<NetSocket> all = new ArrayList<>(clients);
        Collections.shuffle(all);
        Slices slices = Slices.of(all.size(), over);
        for (NetSocket client : all) {
            client.close();
            TimeUnit.NANOSECONDS.sleep(slices.eachNanos());
        }
        return all.size();
    }
}
