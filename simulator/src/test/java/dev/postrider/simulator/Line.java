package dev.postrider.simulator;

import dev.postrider.chat.session.Outgoing;
import dev.postrider.chat.socket.Connected;
import dev.postrider.chat.socket.Inbox;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.CloseCode;
import dev.postrider.contracts.frame.FrameCodec;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wire between a device and a node: both directions arrive in order, or not at all once it is cut. A device that reads
 * nothing for a while leaves what was written to it on the way.
 */
final class Line implements dev.postrider.chat.session.Line, Inbox.Reading {
    private final Timeline time;
    private final Device device;
    private final Node node;
    private final Wire up;
    private final Wire down;
    private final String id;
    private final String signIn;
    private boolean cut;
    private boolean left;
    private @Nullable Connected connected;

    Line(Timeline time, Device device, Node node, String id) {
        this.time = time;
        this.device = device;
        this.node = node;
        this.id = id;
        this.signIn = device.signIn().name();
        this.up = new Wire(time);
        this.down = new Wire(time);
        node.connecting(this);
        up.send(time.between(1, 30), node.host(), () -> node.door().knock(this));
    }

    String id() {
        return id;
    }

    String user() {
        return device.user();
    }

    /** True where it never reconnects. */
    boolean steady() {
        return device.steady();
    }

    /** The sign-in whose token it showed. */
    String signIn() {
        return signIn;
    }

    /** The device went away again, and the node knows. */
    boolean left() {
        return left;
    }

    @Nullable
    Connected connected() {
        return connected;
    }

    void connected(Connected one) {
        this.connected = one;
    }

    /** The device says something; it arrives even where the device gives up meanwhile. */
    void say(ClientFrame frame) {
        String text = FrameCodec.write(frame);
        up.send(time.between(1, 30), node.host(), () -> node.door().heard(this, text));
    }

    /** The device shows that its token goes on; the tickets themselves are not played. */
    void renew(Instant ends) {
        up.send(time.between(1, 30), node.host(), () -> {
            if (connected != null) {
                connected.socket().session().onRenewed(ends);
            }
        });
    }

    /** The device leaves, or its network does: the node hears of it behind all that was said. */
    void leave() {
        cut = true;
        up.send(time.between(1, 400), node.host(), () -> {
            left = true;
            node.gone(this);
            if (connected != null) {
                connected.socket().session().onLost();
            }
        });
    }

    /** The node is dead. */
    void broken() {
        time.after(time.between(1, 300), () -> device.lost(this, CloseCode.BYE.code()));
    }

    @Override
    public void write(Outgoing frame, Runnable gone) {
        node.door().writing(this);
        String text = frame.text();
        long wait = Math.max(0, device.readsAgainAt() - time.now());
        if (wait > 0) {
            node.host().later(wait, gone);
        }
        down.send(wait + time.between(1, 30), () -> {
            if (!cut) {
                device.hear(this, text);
            }
        });
        if (wait == 0) {
            gone.run();
        }
    }

    @Override
    public void close(int code, String reason) {
        node.gone(this);
        down.send(time.between(1, 30), () -> device.lost(this, code));
    }

    @Override
    public void pause() {}

    @Override
    public void resume() {}
}
