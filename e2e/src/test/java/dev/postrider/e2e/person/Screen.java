package dev.postrider.e2e.person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.Json;
import dev.postrider.contracts.rest.Entry;
import dev.postrider.contracts.rest.Page;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a device shows: messages by conversation and position, each (sender, id) once, at its lowest position. */
final class Screen {
    private static final ObjectMapper JSON = Json.mapper();

    private final Map<String, TreeMap<Long, Event.Message>> messages = new HashMap<>();
    private final Map<String, Long> positionOf = new HashMap<>();
    private final Set<String> deleted = new HashSet<>();
    private @Nullable String cursor;

    Optional<String> cursor() {
        return Optional.ofNullable(cursor);
    }

    void shows(Event event) {
        switch (event) {
            case Event.Message message -> place(message);
            case Event.Deleted gone -> deleted.add(gone.conversation() + "/" + gone.target());
            default -> {}
        }
    }

    /** One answer of sync: cursor and state together. */
    void synced(JsonNode answer, Function<String, JsonNode> page) {
        for (JsonNode changed : answer.path("conversations")) {
            String conversation = changed.path("id").asText();
            if (changed.path("gone").asBoolean()) {
                forget(conversation);
                continue;
            }
            if (changed.path("limited").asBoolean() && !conversation.startsWith("me:")) {
                forget(conversation);
                pageOf(page.apply(conversation)).messages().forEach(this::shows);
            }
            changed.path("events").forEach(event -> shows(event(event)));
        }
        cursor = answer.path("cursor").asText();
    }

    Optional<Event.Message> message(String id) {
        return messages.values().stream()
                .flatMap(conversation -> conversation.values().stream())
                .filter(message -> message.id().equals(id))
                .findFirst();
    }

    List<String> messagesOf(String conversation) {
        return messages.getOrDefault(conversation, new TreeMap<>()).values().stream()
                .filter(message -> !deleted.contains(conversation + "/" + message.position()))
                .map(Event.Message::id)
                .toList();
    }

    private void shows(Entry entry) {
        if (entry instanceof Entry.Message m && m.body() != null) {
            place(new Event.Message(
                    m.conversation(),
                    m.position(),
                    m.id(),
                    m.from(),
                    m.body(),
                    m.at(),
                    m.replyTo(),
                    m.thread(),
                    m.mentions(),
                    m.everyone(),
                    m.key(),
                    m.value(),
                    m.data()));
        }
    }

    private void place(Event.Message message) {
        String key = message.conversation() + "/" + message.from() + "/" + message.id();
        TreeMap<Long, Event.Message> conversation =
                messages.computeIfAbsent(message.conversation(), ignored -> new TreeMap<>());
        Long held = positionOf.get(key);
        if (held != null && held <= message.position()) {
            return;
        }
        if (held != null) {
            conversation.remove(held);
        }
        positionOf.put(key, message.position());
        conversation.put(message.position(), message);
    }

    private void forget(String conversation) {
        messages.remove(conversation);
        positionOf.keySet().removeIf(key -> key.startsWith(conversation + "/"));
    }

    private static Page pageOf(JsonNode json) {
        return read(json, Page.class);
    }

    private static Event event(JsonNode json) {
        return read(json, Event.class);
    }

    private static <T> T read(JsonNode json, Class<T> type) {
        try {
            return JSON.treeToValue(json, type);
        } catch (JsonProcessingException foreign) {
            throw new UncheckedIOException(foreign);
        }
    }
}
