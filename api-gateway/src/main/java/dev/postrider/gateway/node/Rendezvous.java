package dev.postrider.gateway.node;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Highest-random-weight hashing: every gateway orders the nodes alike for a channel without talking to the others, and when
 * a node goes only its channels move.
 */
public final class Rendezvous {
    private Rendezvous() {}

    /** All nodes, the one that should serve the channel first, then the ones to try when it cannot be reached. */
    public static List<ChatNode> order(int channel, Collection<ChatNode> nodes) {
        return nodes.stream()
                .sorted(Comparator.comparingLong((ChatNode node) -> weight(channel, node.name()))
                        .reversed()
                        .thenComparing(ChatNode::name))
                .toList();
    }

    /** FNV-1a over the name, then the finaliser of SplitMix64 with the channel; unsigned order does not matter here. */
    private static long weight(int channel, String name) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        long mixed = hash + 0x9e3779b97f4a7c15L * (channel + 1);
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
