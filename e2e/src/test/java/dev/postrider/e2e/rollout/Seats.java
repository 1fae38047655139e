package dev.postrider.e2e.rollout;

import dev.postrider.contracts.topic.Channels;
import dev.postrider.e2e.suite.NodesByName;
import dev.postrider.gateway.node.ChatNode;
import dev.postrider.gateway.node.Rendezvous;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many sockets each chat node has: by the hash, and by its own word. By address; the empty ones are left out. */
final class Seats {
    private static final String CONNECTIONS = "postrider_chat_connections";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Seats() {}

    /** Where all these people belong, each with so many sockets. */
    static Map<String, Long> wanted(NodesByName nodes, List<String> users, int each) {
        List<ChatNode> all = nodes.addresses().stream()
                .map(address -> new ChatNode(address, nodes.port(), nodes.managementPort()))
                .toList();
        Map<String, Long> seats = new TreeMap<>();
        users.forEach(user ->
                seats.merge(Rendezvous.order(Channels.of(user), all).getFirst().host(), (long) each, Long::sum));
        return seats;
    }

    /** Where they are. */
    static Map<String, Long> taken(NodesByName nodes) {
        Map<String, Long> seats = new TreeMap<>();
        for (String address : nodes.addresses()) {
            long count = connections(URI.create("http://" + address + ":" + nodes.managementPort() + "/q/metrics"));
            if (count > 0) {
                seats.put(address, count);
            }
        }
        return seats;
    }

    private static long connections(URI figures) {
        try {
            return HTTP.send(HttpRequest.newBuilder(figures).build(), HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith(CONNECTIONS))
                    .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
