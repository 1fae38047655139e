package dev.postrider.base.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;

/** Where the present JWK set comes from: auth-service over HTTP, but in auth-service itself its own database. */
public interface KeySource {
    /** The present set with its member {@code at}, when it was made; fails where the source is away. */
    Uni<JsonNode> fetch();
}
