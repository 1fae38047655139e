package dev.postrider.history.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.Json;
import dev.postrider.testkit.fold.CarefulClient;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A careful client of this history service. */
public final class Watcher {
    private final CarefulClient client;

    public Watcher(String user) {
        this(user, CarefulClient.Recording.NONE);
    }

    public Watcher(String user, CarefulClient.Recording recording) {
        this.client = new CarefulClient(new Here(user), recording);
    }

    /** A live frame. */
    public void hears(Event event) {
        client.hears(event);
    }

    /** Catches up as far as {@code through}. */
    public Watcher syncs(String through) {
        client.syncs(through);
        return this;
    }

    /** By conversation. */
    public Map<String, CarefulClient.Shown> shows() {
        return client.shows();
    }

    private record Here(String user) implements CarefulClient.Source {
        @Override
        public JsonNode sync(@Nullable String cursor, String through) {
            return parsed(
                    Api.sync(user, cursor, through).statusCode(200).extract().asString());
        }

        @Override
        public JsonNode page(String conversation, @Nullable Long before, String through) {
            Map<String, Object> query = new HashMap<>(Map.of("limit", 200, "through", through));
            if (before != null) {
                query.put("before", before);
            }
            return parsed(Api.as(user)
                    .queryParams(query)
                    .get("/api/conversations/{id}/messages", conversation)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        }

        private static JsonNode parsed(String text) {
            try {
                return Json.mapper().readTree(text);
            } catch (JsonProcessingException torn) {
                throw new UncheckedIOException(torn);
            }
        }
    }
}
