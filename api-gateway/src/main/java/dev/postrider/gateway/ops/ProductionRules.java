package dev.postrider.gateway.ops;

import dev.postrider.base.start.Findings;
import dev.postrider.base.start.StartRules;
import dev.postrider.base.start.Unsafe;
import dev.postrider.gateway.GatewayConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the gateway does not start without in production; the highest a limit may be stands beside it. */
@ApplicationScoped
class ProductionRules implements StartRules {
    private final GatewayConfig config;

    ProductionRules(GatewayConfig config) {
        this.config = config;
    }

    @Override
    public List<Unsafe> broken() {
        GatewayConfig.Limits limits = config.limits();
        GatewayConfig.Bounds bounds = config.bounds();
        Findings findings = new Findings()
                .origins("gateway.public-origins", config.publicOrigins())
                .limit("gateway.limits.calls-per-user", limits.callsPerUser(), 60_000)
                .limit("gateway.limits.calls-at-once", limits.callsAtOnce(), 6_400)
                .limit("gateway.limits.searches-per-user", limits.searchesPerUser(), 3_000)
                .limit("gateway.limits.sign-ins-per-address", limits.signInsPerAddress(), 2_000)
                .limit("gateway.limits.open-calls-per-address", limits.openCallsPerAddress(), 60_000)
                .limit("gateway.limits.upgrades-per-address", limits.upgradesPerAddress(), 60_000)
                .limit("gateway.limits.upgrades-at-once", limits.upgradesAtOnce(), 10_000)
                .limit("gateway.limits.connections-per-user", limits.connectionsPerUser(), 2_000)
                .limit("gateway.limits.connections-per-address", limits.connectionsPerAddress(), 20_000)
                .limit("gateway.bounds.body-bytes-max", bounds.bodyBytesMax().asLongValue(), 1_048_576)
                .limit("gateway.bounds.connections-max", bounds.connectionsMax(), 1_000_000)
                .limit("gateway.bounds.tunnels-max", bounds.tunnelsMax(), 1_000_000);
        config.cors().origins().ifPresent(origins -> findings.origins("gateway.cors.origins", origins));
        return findings.all();
    }
}
