package dev.postrider.base.identity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.base.SharedConfig;
import dev.postrider.base.peer.PeerClient;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The keys as auth-service publishes them. */
@DefaultBean
@ApplicationScoped
public class JwksOverHttp implements KeySource {
    private static final String PATH = "/api/auth/jwks.json";

    private final PeerClient peers;
    private final SharedConfig config;

    JwksOverHttp(PeerClient peers, SharedConfig config) {
        this.peers = peers;
        this.config = config;
    }

    @Override
    public Uni<JsonNode> fetch() {
        return peers.get(config.authUrl(), PATH, JsonNode.class);
    }
}
