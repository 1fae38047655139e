package dev.postrider.gateway.node;

import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.ResolvedAddressTypes;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.NoopAuthoritativeDnsServerCache;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.resolver.dns.NoopDnsCnameCache;
import io.netty.resolver.dns.SequentialDnsServerAddressStreamProvider;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The chat nodes behind one DNS name, as a headless service of Kubernetes has it: every address is a node.
 *
 * <ul>
 *   <li>The name is asked at a fixed interval, nothing is cached, a cut answer is asked for again over TCP.
 *   <li>No answer, or an empty one, changes nothing: which of the nodes take work is said by their own health.
 * </ul>
 */
public final class DnsNodes implements NodeDirectory, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DnsNodes.class);
    private static final int PATIENCE_MILLIS = 2_000;

    private final ChatNode pattern;
    private final Duration every;
    private final NioEventLoopGroup loop = new NioEventLoopGroup(1);
    private final DnsNameResolver resolver;
    private volatile List<ChatNode> known = List.of();
    /** So that one line tells of each time without an answer. The loop's own. */
    private boolean answered = true;

    /**
     * @param pattern the name in place of a host
     * @param server asked instead of those of the operating system
     */
    public DnsNodes(ChatNode pattern, Duration every, Optional<InetSocketAddress> server) {
        this.pattern = pattern;
        this.every = every;
        DnsNameResolverBuilder builder = new DnsNameResolverBuilder(loop.next())
                .datagramChannelType(NioDatagramChannel.class)
                .socketChannelType(NioSocketChannel.class)
                .resolvedAddressTypes(ResolvedAddressTypes.IPV4_PREFERRED)
                .queryTimeoutMillis(PATIENCE_MILLIS)
                .resolveCache(NoopDnsCache.INSTANCE)
                .cnameCache(NoopDnsCnameCache.INSTANCE)
                .authoritativeDnsServerCache(NoopAuthoritativeDnsServerCache.INSTANCE);
        server.ifPresent(address -> builder.nameServerProvider(new SequentialDnsServerAddressStreamProvider(address)));
        this.resolver = builder.build();
    }

    /** Begins to ask, at once and then at the interval. */
    public void start() {
        loop.scheduleWithFixedDelay(this::ask, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public List<ChatNode> nodes() {
        return known;
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private void ask() {
        resolver.resolveAll(pattern.host()).addListener((Future<List<InetAddress>> answer) -> {
            if (answer.isSuccess() && !answer.getNow().isEmpty()) {
                answered = true;
                learn(answer.getNow());
            } else if (answered) {
                answered = false;
                LOG.warnf(
                        "No answer from DNS, chat nodes stay as they are. name=%s nodes=%d reason=%s",
                        pattern.host(),
                        known.size(),
                        answer.isSuccess() ? "no address" : answer.cause().getMessage());
            }
        });
    }

    private void learn(List<InetAddress> addresses) {
        List<ChatNode> now = addresses.stream()
                .map(InetAddress::getHostAddress)
                .sorted()
                .map(host -> new ChatNode(host, pattern.port(), pattern.managementPort()))
                .toList();
        if (!now.equals(known)) {
            LOG.infof("Chat nodes by DNS. name=%s nodes=%d", pattern.host(), now.size());
            known = now;
        }
    }
}
