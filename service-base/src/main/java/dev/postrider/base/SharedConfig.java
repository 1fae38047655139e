package dev.postrider.base;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What all services of one installation are told alike. */
@ConfigMapping(prefix = "postrider")
public interface SharedConfig {

    /** Where auth-service is reached from inside. */
    @WithDefault("http://127.0.0.1:8081")
    URI authUrl();

    /** Where history-service is reached from inside. */
    @WithDefault("http://127.0.0.1:8082")
    URI historyUrl();

    /** Secret that services show each other on /internal calls, the same everywhere; in production 32 characters or more. */
    String serviceKey();

    /**
     * Origins under which people open Postrider, without trailing slash. Only these may send cookies; if the first one
     * is https, cookies are Secure and carry the protecting name prefixes.
     */
    @WithDefault("http://localhost:8080,http://127.0.0.1:8080")
    List<String> publicOrigins();

    /** How often the public keys are fetched from auth-service, besides being told of changes on chat.control. */
    @WithDefault("20s")
    Duration keysEvery();

    /** How long a call to another service may take in all before it counts as failed. */
    @WithDefault("3s")
    Duration peerTimeout();

    /** How many calls to other services may be open at a time, per service. */
    @WithDefault("64")
    int peerConnectionsMax();

    /** How many users are held in memory, so that their names need not be asked for again. */
    @WithDefault("20000")
    int usersCachedMax();

    /** After this long a held user is asked for again, in case a change was not heard of. */
    @WithDefault("10m")
    Duration usersCachedFor();

    Traces tracing();

    /** Following single messages through the parts. */
    interface Traces {
        /** Whether some messages and calls are followed, and told of as traces of OpenTelemetry; the same everywhere. */
        @WithDefault("false")
        boolean enabled();

        /** Who collects them, by OTLP over HTTP. */
        @WithDefault("http://127.0.0.1:4318/v1/traces")
        URI endpoint();

        /** The share that is followed, 0 to 1: decided once, where a call or a frame comes in. */
        @WithDefault("0.01")
        double share();

        /** How often what was seen is sent. */
        @WithDefault("5s")
        Duration sendEvery();

        /** Steps that wait to be sent; beyond that new ones are dropped. */
        @WithDefault("2048")
        int waitingMax();
    }
}
