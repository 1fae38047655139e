package dev.postrider.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.contracts.rule.ConversationId;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * What both relays do with a frame: parse it, number it, hand it to the other one's sockets, answer. Thread-safe.
 *
 * @param <S> a socket
 */
public final class Relay<S> {
    /** The first frame on every socket, for drivers that wait for one. */
    public static final String WELCOME = "{\"type\":\"welcome\",\"session\":\"bare\"}";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEARER = "Bearer ";

    private final Map<String, List<S>> sockets = new ConcurrentHashMap<>();
    private final AtomicLong position = new AtomicLong();
    private final BiConsumer<S, String> write;

    public Relay(BiConsumer<S, String> write) {
        this.write = write;
    }

    private record Message(
            String type, String conversation, long position, String id, String from, String body, String at) {}

    private record Accepted(String type, String id, String conversation, long position, String at) {}

    public void opened(String user, S socket) {
        sockets.computeIfAbsent(user, name -> new CopyOnWriteArrayList<>()).add(socket);
        write.accept(socket, WELCOME);
    }

    public void closed(String user, S socket) {
        sockets.getOrDefault(user, new CopyOnWriteArrayList<>()).remove(socket);
    }

    /** @throws IllegalArgumentException where the frame is no message to one other */
    public void heard(String from, S socket, String frame) {
        try {
            JsonNode sent = JSON.readTree(frame);
            String conversation = sent.path("conversation").asText();
            String id = sent.path("id").asText();
            long here = position.incrementAndGet();
            String at = Instant.now().toString();
            String message = JSON.writeValueAsString(new Message(
                    "message", conversation, here, id, from, sent.path("body").asText(), at));
            if (ConversationId.parse(conversation).orElseThrow(IllegalArgumentException::new)
                    instanceof ConversationId.Direct direct) {
                for (S other : sockets.getOrDefault(direct.other(from), List.of())) {
                    write.accept(other, message);
                }
            } else {
                toAllBut(socket, message);
            }
            write.accept(socket, JSON.writeValueAsString(new Accepted("accepted", id, conversation, here, at)));
        } catch (JsonProcessingException foreign) {
            throw new IllegalArgumentException(foreign);
        }
    }

    /** As if everybody were in every room. */
    private void toAllBut(S socket, String message) {
        for (List<S> others : sockets.values()) {
            for (S other : others) {
                if (!other.equals(socket)) {
                    write.accept(other, message);
                }
            }
        }
    }

    /** Whom a bearer token names; nobody checks its signature here. */
    public static String user(String authorization) {
        String payload = authorization.substring(BEARER.length()).split("\\.")[1];
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(payload))
                    .path("sub")
                    .asText();
        } catch (IOException foreign) {
            throw new IllegalArgumentException(foreign);
        }
    }
}
