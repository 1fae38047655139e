package dev.postrider.base.identity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.base.control.ControlListener;
import dev.postrider.contracts.control.ControlRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PublicKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * The public keys in force. The newest set wins, by auth-service's clock, whether it was fetched or came over
 * {@code chat.control}; the last good one stays while auth-service is away. Thread-safe, never blocks on anything far.
 */
@ApplicationScoped
public class KeyRing implements ControlListener {
    private static final Logger LOG = Logger.getLogger(KeyRing.class);

    private volatile Held held = new Held(Map.of(), Instant.MIN);

    /** The key of that id, if it is in force. */
    public Optional<PublicKey> find(String keyId) {
        return Optional.ofNullable(held.keys.get(keyId));
    }

    /** Whether any key is known at all. */
    public boolean known() {
        return !held.keys.isEmpty();
    }

    /** Takes a JWK set over, unless a newer one is held or nothing in it can be used. */
    public synchronized void accept(JsonNode jwks, Instant at) {
        if (at.isBefore(held.at)) {
            return;
        }
        Map<String, PublicKey> keys = usable(jwks);
        if (keys.isEmpty()) {
            LOG.warn("A key set without usable keys was passed over.");
            return;
        }
        if (!keys.keySet().equals(held.keys.keySet())) {
            LOG.infof("Keys in force: %s", keys.keySet());
        }
        held = new Held(Map.copyOf(keys), at);
    }

    @Override
    public void onControl(ControlRecord record, long offset) {
        if (record instanceof ControlRecord.Keys keys) {
            accept(keys.jwks(), keys.at());
        }
    }

    private static Map<String, PublicKey> usable(JsonNode jwks) {
        Map<String, PublicKey> keys = new HashMap<>();
        try {
            for (JsonWebKey key : new JsonWebKeySet(jwks.toString()).getJsonWebKeys()) {
                if (key instanceof EllipticCurveJsonWebKey curve
                        && "P-256".equals(curve.getCurveName())
                        && key.getKeyId() != null) {
                    keys.put(key.getKeyId(), curve.getECPublicKey());
                }
            }
        } catch (JoseException | RuntimeException malformed) {
            LOG.warnf("A malformed key set was passed over: %s", malformed.getMessage());
            return Map.of();
        }
        return keys;
    }

    private record Held(Map<String, PublicKey> keys, Instant at) {}
}
