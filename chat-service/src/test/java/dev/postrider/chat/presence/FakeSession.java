package dev.postrider.chat.presence;

import dev.postrider.chat.session.Outgoing;
import dev.postrider.chat.session.Session;
import dev.postrider.contracts.frame.CloseCode;
import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.ServerFrame;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A socket that remembers what it was offered. */
record FakeSession(String id, String userId, Queue<Outgoing> offered) implements Session {
    FakeSession(String id, String userId) {
        this(id, userId, new ConcurrentLinkedQueue<>());
    }

    @Override
    public String signIn() {
        return id;
    }

    @Override
    public void offer(Outgoing frame) {
        offered.add(frame);
    }

    @Override
    public Instant tokenEnds() {
        return Instant.MAX;
    }

    @Override
    public boolean closed() {
        return false;
    }

    @Override
    public void greet(ServerFrame.Welcome welcome) {}

    @Override
    public void drain(ServerFrame.Draining frame) {}

    @Override
    public void close(CloseCode code) {}

    <T extends ServerFrame> List<T> got(Class<T> type) {
        return offered.stream()
                .map(one -> FrameCodec.readServer(one.text().getBytes(StandardCharsets.UTF_8)))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    boolean sees(String user, boolean online) {
        return got(ServerFrame.Presence.class).stream()
                .flatMap(frame -> frame.users().stream())
                .filter(state -> state.id().equals(user))
                .reduce((before, after) -> after)
                .filter(state -> state.online() == online)
                .isPresent();
    }
}
