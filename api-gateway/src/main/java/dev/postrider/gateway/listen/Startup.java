package dev.postrider.gateway.listen;

import dev.postrider.base.drain.Drainable;
import dev.postrider.base.identity.EndedSessions;
import dev.postrider.base.identity.TokenRefusedException;
import dev.postrider.base.identity.TokenVerifier;
import dev.postrider.base.trace.Tracing;
import dev.postrider.gateway.GatewayConfig;
import dev.postrider.gateway.guard.KnownTokens;
import dev.postrider.gateway.guard.KnownTokens.Proved;
import dev.postrider.gateway.guard.Passport;
import dev.postrider.gateway.limit.MemoryWindow;
import dev.postrider.gateway.limit.RedisWindow;
import dev.postrider.gateway.limit.SteadyWindow;
import dev.postrider.gateway.node.ChatNode;
import dev.postrider.gateway.node.DnsNodes;
import dev.postrider.gateway.node.NodeDirectory;
import dev.postrider.gateway.ops.GatewayMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.RedisAPI;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Starts the gateway with the process and stops it with it. A port that is taken ends the start. */
@ApplicationScoped
public class Startup implements Drainable {
    private static final Logger LOG = Logger.getLogger(Startup.class);
    private static final long PATIENCE_SECONDS = 15;
    private final Gateway gateway;
    private final GatewayConfig config;
    private final Optional<DnsNodes> byName;

    Startup(Vertx vertx, GatewayConfig config, Identity identity, RedisAPI redis, Seen seen, Config all) {
        this.config = config;
        this.byName = byName(config.dns());
        var clock = InstantSource.system();
        var own = new MemoryWindow(clock, config.bounds().rateKeysMax());
        var window = new SteadyWindow(
                vertx,
                new RedisWindow(redis, clock),
                own,
                clock,
                config.timeouts().rateWindow());
        String version = all.getOptionalValue("quarkus.application.version", String.class)
                .orElse("unknown");
        var means = new Gateway.Means(
                identity.tokens(clock, config.bounds().tokensKnownMax()),
                window,
                byName.<NodeDirectory>map(nodes -> nodes).orElseGet(() -> Gateway.configuredNodes(config)),
                seen.metrics(),
                clock,
                version);
        this.gateway = new Gateway(vertx, config, means);
    }

    /** What operators see. */
    @ApplicationScoped
    static class Seen {
        private final MeterRegistry meters;
        private final Tracing tracing;

        Seen(MeterRegistry meters, Tracing tracing) {
            this.meters = meters;
            this.tracing = tracing;
        }

        GatewayMetrics metrics() {
            return new GatewayMetrics(meters, tracing);
        }
    }

    /** Who is who, by the tokens of auth-service. */
    @ApplicationScoped
    static class Identity {
        private final TokenVerifier verifier;
        private final EndedSessions ended;

        Identity(TokenVerifier verifier, EndedSessions ended) {
            this.verifier = verifier;
            this.ended = ended;
        }

        KnownTokens tokens(InstantSource clock, int max) {
            return new KnownTokens(this::access, this::ticket, ended::isEnded, clock, max);
        }

        private Optional<Proved> access(String token) {
            return proved(() -> {
                var good = verifier.verify(token);
                return new Proved(new Passport(good.userId(), good.sessionId()), good.expiresAt());
            });
        }

        private Optional<Proved> ticket(String token) {
            return proved(() -> {
                var good = verifier.verifyTicket(token);
                return new Proved(new Passport(good.userId(), good.sessionId()), good.expiresAt());
            });
        }

        private static Optional<Proved> proved(Supplier<Proved> proof) {
            try {
                return Optional.of(proof.get());
            } catch (TokenRefusedException refused) {
                return Optional.empty();
            }
        }
    }

    void onStart(@Observes StartupEvent event) {
        byName.ifPresent(DnsNodes::start);
        await(gateway.start(Runtime.getRuntime().availableProcessors() * 2));
        LOG.infof("The gateway listens. address=%s port=%d", config.listen().host(), gateway.port());
    }

    @Override
    public void drain() throws InterruptedException {
        LOG.info("Leaving.");
        LOG.infof("Every socket is closed, this gateway has left. connections=%d", gateway.leave());
    }

    void onStop(@Observes ShutdownEvent event) {
        await(gateway.stop());
        byName.ifPresent(DnsNodes::close);
    }

    private static Optional<DnsNodes> byName(GatewayConfig.Dns dns) {
        var server = dns.server()
                .map(place -> URI.create("dns://" + place))
                .map(uri -> new InetSocketAddress(uri.getHost(), uri.getPort()));
        return dns.chatNodes().map(name -> new DnsNodes(ChatNode.parse(name), dns.every(), server));
    }

    int port() {
        return gateway.port();
    }

    boolean isReady() {
        return gateway.isReady();
    }

    /** On the main thread, which may wait; never on an event loop. */
    private static void await(Future<Void> done) {
        try {
            done.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The gateway could not start or stop: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The gateway took too long to start or stop.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
