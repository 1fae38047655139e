package dev.postrider.chat.fake;

import dev.postrider.chat.session.Outgoing;
import dev.postrider.chat.session.Session;
import dev.postrider.contracts.frame.CloseCode;
import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.ServerFrame;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A session that keeps what it is told. */
public final class FakeSession implements Session {
    private static int count;
    public final List<ServerFrame.Welcome> welcomes = new ArrayList<>();
    public final List<ServerFrame> frames = new ArrayList<>();
    public boolean closed;
    private final String id = "session-" + ++count;
    private final String userId;

    public FakeSession(String userId) {
        this.userId = userId;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String userId() {
        return userId;
    }

    @Override
    public String signIn() {
        return "sign-in";
    }

    @Override
    public Instant tokenEnds() {
        return Instant.MAX;
    }

    @Override
    public boolean closed() {
        return closed;
    }

    @Override
    public void greet(ServerFrame.Welcome welcome) {
        welcomes.add(welcome);
    }

    @Override
    public void offer(Outgoing frame) {
        frames.add(FrameCodec.readServer(frame.text().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void drain(ServerFrame.Draining notice) {
        frames.add(notice);
    }

    @Override
    public void close(CloseCode code) {
        closed = true;
    }
}
