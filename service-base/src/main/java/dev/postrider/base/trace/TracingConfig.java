package dev.postrider.base.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Following single messages through the parts. */
@ConfigMapping(prefix = "postrider.tracing")
public interface TracingConfig {
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
