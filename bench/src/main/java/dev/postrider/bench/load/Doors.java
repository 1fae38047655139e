package dev.postrider.bench.load;

import dev.postrider.bench.people.Person;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where sockets go, and from where: one address reaches one port with some 28,000 sockets and no more, so that many
 * sockets come from several addresses of the loopback network.
 */
public record Doors(String host, int port, List<String> sources) {
    public Doors {
        sources = List.copyOf(sources);
    }

    /** How that person opens a socket here. */
    public WebSocketConnectOptions socketOf(Person who) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add(HttpHeaders.AUTHORIZATION, "Bearer " + who.token());
        return new WebSocketConnectOptions()
                .setHost(host)
                .setPort(port)
                .setURI("/ws")
                .setAllowOriginHeader(false)
                .addSubProtocol("postrider.v1")
                .setHeaders(headers);
    }

    /** @param sources how many addresses to come from */
    public static Doors of(URI gateway, int sources) {
        return new Doors(
                gateway.getHost(),
                gateway.getPort(),
                IntStream.rangeClosed(1, sources)
                        .mapToObj(number -> "127.0.0." + number)
                        .toList());
    }
}
