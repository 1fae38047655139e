package dev.postrider.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Everything one may set on the gateway. The defaults are those of the wire contract. */
@ConfigMapping(prefix = "gateway")
public interface GatewayConfig {
    /** Where the gateway listens. */
    Listen listen();

    /** The origins under which people reach this installation; calls from any other are refused. */
    @WithDefault("http://localhost:8080,http://127.0.0.1:8080")
    List<String> publicOrigins();

    /** Pages on other origins that may call with a bearer token. */
    Cors cors();

    /** The folder of the exported page; absent or empty, the gateway serves no page. */
    Optional<String> pageDir();

    /** All files of the page together may take this much memory; a larger page stops the start. */
    @WithDefault("64M")
    MemorySize pageBytesMax();

    /** Addresses of load balancers before this gateway, whose last X-Forwarded-For entry names the caller. */
    Optional<List<String>> trustedProxies();

    /** The chat nodes, as {@code host:port:management-port}. */
    @WithDefault("127.0.0.1:8091:9091,127.0.0.1:8092:9092")
    List<String> chatNodes();

    /** Where the chat nodes are found when their number changes. */
    Dns dns();

    /** The two services that answer the other REST calls. */
    Services services();

    /** How chat nodes are watched. */
    Health health();

    Drain drain();

    /** How long things may take. */
    Timeouts timeouts();

    /** How large and how many things may be. */
    Bounds bounds();

    /** How many calls a minute and how many sockets at once. */
    Limits limits();

    /** The socket on which everything is served. */
    interface Listen {
        /** The address to bind. */
        @WithDefault("127.0.0.1")
        String host();

        /** The port to bind; 0 takes a free one. */
        @WithDefault("8080")
        int port();
    }

    /** Chat nodes by DNS. */
    interface Dns {
        /**
         * A name whose every address is a chat node, as {@code name:port:management-port}, such as that of a headless
         * service; takes the place of chat-nodes.
         */
        Optional<String> chatNodes();

        /** How often the name is asked. */
        @WithDefault("2s")
        Duration every();

        /** The DNS server as {@code address:port}; absent, those of the operating system. */
        Optional<String> server();
    }

    /** Calls of pages from elsewhere. */
    interface Cors {
        /** Exact origins, such as {@code https://app.example.org}; none means that CORS is off. */
        Optional<List<String>> origins();
    }

    /** The services behind the gateway. */
    interface Services {
        /** Base address of auth-service. */
        @WithDefault("http://127.0.0.1:8081")
        String auth();

        /** Base address of history-service. */
        @WithDefault("http://127.0.0.1:8082")
        String history();

        /** Management addresses whose OpenAPI descriptions are joined into the one of the gateway. */
        @WithDefault("http://127.0.0.1:9081,http://127.0.0.1:9082,http://127.0.0.1:9091")
        List<String> descriptions();
    }

    /** Watching chat nodes: interval · misses + timeout is the longest a dead one is used. */
    interface Health {
        /** Time between two questions to a node. */
        @WithDefault("500ms")
        Duration interval();

        /** A node that has not answered within this time has missed. */
        @WithDefault("400ms")
        Duration timeout();

        /** So many misses in a row take a node out; an answer that it is not ready does so at once. */
        @WithDefault("2")
        int misses();
    }

    /** Leaving. */
    interface Drain {
        /** Over how long the sockets are closed, one every ten milliseconds and faster only where that is not enough. */
        @WithDefault("10s")
        Duration over();
    }

    /** Times. */
    interface Timeouts {
        /** A connection to a part must stand within this time. */
        @WithDefault("2s")
        Duration connect();

        /** A part must have begun its answer within this time. */
        @WithDefault("30s")
        Duration response();

        /** A caller must have taken the whole answer of a part within this time after it began. */
        @WithDefault("2m")
        Duration answer();

        /** A request must have sent its whole body within this time. */
        @WithDefault("30s")
        Duration body();

        /** A connection must have sent its whole request head within this time after it was opened. */
        @WithDefault("10s")
        Duration head();

        /** A connection waits this long for its next request. */
        @WithDefault("60s")
        Duration keepAlive();

        /** A connection on which nothing moves for this long is closed; sockets beat every 30 s. */
        @WithDefault("90s")
        Duration idle();

        /** The shared rate windows must answer within this time, else those of this process decide. */
        @WithDefault("100ms")
        Duration rateWindow();
    }

    /** Sizes. */
    interface Bounds {
        /** Largest body of a request. */
        @WithDefault("64K")
        MemorySize bodyBytesMax();

        /** All headers of a request together. */
        @WithDefault("16K")
        MemorySize headerBytesMax();

        /** The line with method and address. */
        @WithDefault("8K")
        MemorySize requestLineBytesMax();

        /** Requests that a connection may send ahead of their answers; one more closes it. */
        @WithDefault("32")
        int requestsAheadMax();

        /** Connections of clients in all; more are closed at once. */
        @WithDefault("120000")
        int connectionsMax();

        /** Open sockets to all chat nodes together. */
        @WithDefault("60000")
        int tunnelsMax();

        /**
         * What the operating system may hold of a client's connection, or of a socket's to its node, in each direction
         * (Linux doubles it): by itself it would hold megabytes for a client that does not read.
         */
        @WithDefault("128K")
        MemorySize systemBytesMax();

        /** Connections for REST calls to one part. */
        @WithDefault("256")
        int callsPerPartMax();

        /** REST calls that may wait for such a connection; further ones are answered 503. */
        @WithDefault("1024")
        int callsWaitingMax();

        /** Users and addresses whose rates this process remembers while Redis is away. */
        @WithDefault("100000")
        int rateKeysMax();

        /** Access tokens whose signature need not be checked again. */
        @WithDefault("20000")
        int tokensKnownMax();
    }

    /** Shares. */
    interface Limits {
        /** REST calls of one user a minute. */
        @WithDefault("600")
        int callsPerUser();

        /** REST calls that one user, or one address without a token, may have under way at once. */
        @WithDefault("64")
        int callsAtOnce();

        /** Searches of one user a minute. */
        @WithDefault("30")
        int searchesPerUser();

        /** Sign-ins, registrations and resets from one address a minute. */
        @WithDefault("20")
        int signInsPerAddress();

        /** Other calls without a token (refresh, logout, keys, descriptions) from one address a minute. */
        @WithDefault("600")
        int openCallsPerAddress();

        /** Attempts to open a socket from one address a minute. */
        @WithDefault("600")
        int upgradesPerAddress();

        /**
         * Sockets that this gateway opens at once, at most: fewer where opening one takes long, four at least. Those who come
         * meanwhile wait, in their order.
         */
        @WithDefault("32")
        int upgradesAtOnce();

        /** Open sockets of one user on this gateway. */
        @WithDefault("20")
        int connectionsPerUser();

        /** Open sockets from one address on this gateway. */
        @WithDefault("200")
        int connectionsPerAddress();
    }
}
