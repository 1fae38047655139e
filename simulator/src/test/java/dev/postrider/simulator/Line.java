package dev.postrider.simulator;

import dev.postrider.chat.session.Outgoing;
import dev.postrider.chat.session.Session;
import dev.postrider.contracts.frame.CloseCode;
import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.ServerFrame;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A socket between a device and a node: both directions arrive in order, or not at all once it is cut. */
final class Line implements Session {
    private final Timeline time;
    private final Device device;
    private final Node node;
    private final Wire up;
    private final Wire down;
    private final String id;
    private boolean cut;
    private boolean closed;

    Line(Timeline time, Device device, Node node, String id) {
        this.time = time;
        this.device = device;
        this.node = node;
        this.id = id;
        this.up = new Wire(time);
        this.down = new Wire(time);
        node.connecting(this);
        up.send(time.between(1, 30), node.host(), () -> node.opened(this));
    }

    Node node() {
        return node;
    }

    Device device() {
        return device;
    }

    /** The device says something; it arrives even where the device gives up meanwhile. */
    void say(Runnable arrival) {
        up.send(time.between(1, 30), node.host(), arrival);
    }

    /** The device leaves, or its network does: the node hears of it behind all that was said. */
    void leave() {
        cut = true;
        up.send(time.between(1, 400), node.host(), () -> {
            closed = true;
            node.closed(this);
        });
    }

    /** The node is dead. */
    void broken() {
        closed = true;
        time.after(time.between(1, 300), () -> device.lost(this));
    }

    private void tell(ServerFrame frame) {
        down.send(time.between(1, 30), () -> {
            if (!cut) {
                device.hear(this, frame);
            }
        });
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String userId() {
        return device.user();
    }

    @Override
    public String signIn() {
        return "sign-in";
    }

    @Override
    public Instant tokenEnds() {
        return Instant.MAX.minusSeconds(1);
    }

    @Override
    public boolean closed() {
        return closed;
    }

    @Override
    public void greet(ServerFrame.Welcome welcome) {
        tell(welcome);
    }

    @Override
    public void offer(Outgoing frame) {
        tell(FrameCodec.readServer(frame.text().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void drain(ServerFrame.Draining notice) {
        tell(notice);
    }

    @Override
    public void close(CloseCode code) {
        closed = true;
    }

    /** By name, so that every run walks through the same sessions in the same order. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }
}
