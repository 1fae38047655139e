package dev.postrider.e2e.suite;

import dev.postrider.testkit.server.SmallDns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Chat nodes as a headless service of a cluster has them, each at an address of its own and all with the same ports, and a
 * gateway that finds them by the name. The first is the launcher's first node, the others are processes of the test. As in
 * a cluster an address stands under the name from the start of its process until its end, ready or not.
 */
public final class NodesByName implements AutoCloseable {
    private static final String LIKE = "chat-service-1";
    /** Nobody is sent elsewhere because a busy machine answers late. */
    private static final String PATIENCE = "5s";

    private static final String NAME = "chat-service.postrider.example";

    private final Suite suite;
    private final SmallDns dns;
    private final SecondGateway gateway;
    private final List<AnotherProcess> others = new ArrayList<>();

    private NodesByName(Suite suite, SmallDns dns) {
        this.suite = suite;
        this.dns = dns;
        this.gateway = SecondGateway.start(
                suite,
                Map.of(
                        "gateway.dns.chat-nodes",
                        NAME + ":" + port() + ":" + managementPort(),
                        "gateway.dns.server",
                        "127.0.0.1:" + dns.address().getPort(),
                        "gateway.health.timeout",
                        PATIENCE,
                        "gateway.timeouts.connect",
                        PATIENCE));
    }

    /** The gateway and the first so many nodes; they may still be starting. */
    public static NodesByName start(Suite suite, int count) {
        try {
            NodesByName nodes = new NodesByName(suite, new SmallDns(List.of(address(1))));
            nodes.startUpTo(count);
            return nodes;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** Starts those that are missing, up to this number; they are counted from 1. */
    public void startUpTo(int count) {
        for (int node = others.size() + 2; node <= count; node++) {
            others.add(AnotherProcess.start(
                    suite,
                    LIKE + "-at-" + address(node),
                    LIKE,
                    Map.of(
                            "quarkus.http.host", address(node),
                            "quarkus.management.host", address(node),
                            "chat.node", "chat-service-at-" + address(node))));
        }
        tell();
    }

    /** The last node leaves in order; answers its exit code. */
    public int lastLeaves(Duration within) {
        int code = others.getLast().leave(within);
        others.removeLast();
        tell();
        return code;
    }

    /** The door of that gateway. */
    public URI gateway() {
        return gateway.door();
    }

    /** How many nodes it sends people to; none while it starts. */
    public int ready() {
        try {
            return (int) suite.metric(SecondGateway.PART, "gateway_nodes_ready", "");
        } catch (UncheckedIOException starting) {
            return 0;
        }
    }

    /** The addresses under the name. */
    public List<String> addresses() {
        return IntStream.rangeClosed(1, others.size() + 1)
                .mapToObj(NodesByName::address)
                .toList();
    }

    /** The port of every node. */
    public int port() {
        return suite.chatNode(1).getPort();
    }

    /** Where every node tells about itself. */
    public int managementPort() {
        return suite.management(LIKE).getPort();
    }

    private void tell() {
        dns.say(addresses());
    }

    private static String address(int node) {
        return "127.0.0." + node;
    }

    @Override
    public void close() {
        try {
            gateway.close();
            others.forEach(AnotherProcess::close);
            dns.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
