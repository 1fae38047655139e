package dev.postrider.e2e.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.Event;
import dev.postrider.e2e.check.Post;

/** Messages as the checker knows them, from frames and from answers. */
final class Posts {
    private Posts() {}

    static Post of(Event.Message message) {
        return new Post(message.conversation(), message.position(), message.id(), message.from(), message.body());
    }

    static Post of(JsonNode entry) {
        return new Post(
                entry.path("conversation").asText(),
                entry.path("position").asLong(),
                entry.path("id").asText(),
                entry.path("from").asText(),
                entry.path("body").asText());
    }
}
