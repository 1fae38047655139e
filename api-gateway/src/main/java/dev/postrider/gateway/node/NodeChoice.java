package dev.postrider.gateway.node;

import dev.postrider.contracts.topic.Channels;
import dev.postrider.gateway.guard.Passport;
import java.util.List;
import java.util.Optional;

/** The nodes to try for a caller, best first: a user's devices and calls meet on one node. */
public final class NodeChoice {
    private final NodeHealth health;

    public NodeChoice(NodeHealth health) {
        this.health = health;
    }

    /** Those that are ready, or may be; empty when there is none. Callers without a name go by channel 0. */
    public List<ChatNode> forCaller(Optional<Passport> caller) {
        int channel = caller.map(Passport::userId).map(Channels::of).orElse(0);
        return Rendezvous.order(channel, health.worthTrying());
    }

    /** Somebody could not connect to it. */
    public void unreachable(ChatNode node) {
        health.unreachable(node);
    }

    /** Somebody connected, and it said nothing. */
    public void silent(ChatNode node) {
        health.silent(node);
    }
}
