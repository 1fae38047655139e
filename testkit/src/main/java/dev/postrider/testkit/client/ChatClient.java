package dev.postrider.testkit.client;

import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rest.User;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** One signed-in device of one person: REST, and as many sockets as a test wants. Thread-safe. */
public final class ChatClient implements AutoCloseable {
    private final Rest rest;
    private final User user;
    private final List<ChatSocket> sockets = new CopyOnWriteArrayList<>();

    ChatClient(Rest rest, User user) {
        this.rest = rest;
        this.user = user;
    }

    public User user() {
        return user;
    }

    public String id() {
        return user.id();
    }

    public Rest rest() {
        return rest;
    }

    /** The direct conversation with {@code other}; with oneself: one's notes. */
    public String conversationWith(ChatClient other) {
        List<String> ids = Stream.of(id(), other.id()).sorted().toList();
        return "dm:" + String.join(":", ids);
    }

    /**
     * Opens a socket and waits for its welcome.
     *
     * @throws UpgradeRefusedException where the door said no
     */
    public ChatSocket connect() {
        ChatSocket socket = open();
        socket.awaitFrame(ServerFrame.Welcome.class);
        return socket;
    }

    /** Opens a socket without waiting for anything it says. */
    public ChatSocket open() {
        return openAt(rest.suite().url());
    }

    /** As {@link #open}, at another door of the same suite: one certain chat node. */
    public ChatSocket openAt(URI door) {
        ChatSocket socket = ChatSocket.open(new Suite(door, rest.suite().check()), rest.credentials());
        sockets.add(socket);
        return socket;
    }

    /** One consistent answer of what changed; {@code cursor} and {@code through} may be empty. */
    public Answer sync(String cursor, String through) {
        List<String> query = new ArrayList<>();
        if (!cursor.isEmpty()) {
            query.add("cursor=" + cursor);
        }
        if (!through.isEmpty()) {
            query.add("through=" + through);
        }
        return rest.get("/api/sync" + (query.isEmpty() ? "" : "?" + String.join("&", query)));
    }

    /** Newest messages of a conversation, or what else {@code query} asks for (without the question mark). */
    public Answer messages(String conversation, String query) {
        String path = "/api/conversations/" + conversation.replace(":", "%3A") + "/messages";
        return rest.get(query.isEmpty() ? path : path + "?" + query);
    }

    /** Closes every socket; the session stays. */
    @Override
    public void close() {
        sockets.forEach(ChatSocket::close);
    }
}
