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
import java.util.function.LongConsumer;
import java.util.function.Supplier;

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
    private final BiConsumer<S, String> write;
    private final Order order;

    public Relay(BiConsumer<S, String> write) {
        this(write, counting());
    }

    public Relay(BiConsumer<S, String> write, Order order) {
        this.write = write;
        this.order = order;
    }

    /** Gives a message its place; whoever promises something does so here. */
    public interface Order {
        /**
         * @param record the message as the other one gets it, with position 0
         * @param placed called once, by any thread, with the position; not at all where there is none
         */
        void place(String conversation, Supplier<String> record, LongConsumer placed);
    }

    private static Order counting() {
        AtomicLong position = new AtomicLong();
        return (conversation, record, placed) -> placed.accept(position.incrementAndGet());
    }

    private record Message(
            String type, String conversation, long position, String id, String from, String body, String at) {
        Message at(long here) {
            return new Message(type, conversation, here, id, from, body, at);
        }
    }

    private record Accepted(String type, String id, String conversation, long position, String at) {}

    public void opened(String user, S socket) {
        sockets.computeIfAbsent(user, name -> new CopyOnWriteArrayList<>()).add(socket);
        write.accept(socket, WELCOME);
    }

    public void closed(String user, S socket) {
        sockets.getOrDefault(user, new CopyOnWriteArrayList<>()).remove(socket);
    }

    /** What is no message, as a driver's ping, is passed over: on websockets-next a failure here would end the socket. */
    public void heard(String from, S socket, String frame) {
        try {
            JsonNode sent = JSON.readTree(frame);
            if (!sent.path("type").asText().equals("send")) {
                return;
            }
            String conversation = sent.path("conversation").asText();
            String id = sent.path("id").asText();
            String at = Instant.now().toString();
            Message message = new Message(
                    "message", conversation, 0, id, from, sent.path("body").asText(), at);
            order.place(conversation, () -> text(message), here -> placed(socket, message.at(here)));
        } catch (JsonProcessingException foreign) {
            throw new IllegalArgumentException(foreign);
        }
    }

    private void placed(S socket, Message message) {
        String frame = text(message);
        if (ConversationId.parse(message.conversation()).orElseThrow(IllegalArgumentException::new)
                instanceof ConversationId.Direct direct) {
            for (S other : sockets.getOrDefault(direct.other(message.from()), List.of())) {
                write.accept(other, frame);
            }
        } else {
            toAllBut(socket, frame);
        }
        write.accept(
                socket,
                text(new Accepted("accepted", message.id(), message.conversation(), message.position(), message.at())));
    }

    private static String text(Record frame) {
        try {
            return JSON.writeValueAsString(frame);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
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
