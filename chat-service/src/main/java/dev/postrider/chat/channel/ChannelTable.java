package dev.postrider.chat.channel;

import dev.postrider.contracts.control.ControlRecord.Node;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The other nodes that are listed on {@code chat.control}, and the channels that each serves. A node is listed from its
 * first record until its {@code gone}; nothing that it wrote afterwards lists it again. Not thread-safe.
 */
final class ChannelTable {
    private static final int GONE_MAX = 10_000;

    private final Map<String, Listed> others = new HashMap<>();
    private final Map<String, Boolean> gone = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > GONE_MAX;
        }
    };

    private record Listed(long channels, long applied, String window, long heardMillis) {}

    void heard(Node node, long nowMillis) {
        if (!gone.containsKey(node.incarnation())) {
            others.put(node.incarnation(), new Listed(node.channels(), node.applied(), node.window(), nowMillis));
        }
    }

    /** True where it was listed until now. */
    boolean gone(String incarnation) {
        gone.put(incarnation, true);
        return others.remove(incarnation) != null;
    }

    /** One bit per channel that any of the others serves. */
    long channels() {
        return others.values().stream().mapToLong(Listed::channels).reduce(0, (one, other) -> one | other);
    }

    /** True where each of the others has applied the record at this offset of the control topic. */
    boolean allApplied(long offset) {
        return others.values().stream().allMatch(listed -> listed.applied() >= offset);
    }

    /** True where each of the others last said that it sees this shared window. */
    boolean allSay(String window) {
        return others.values().stream().allMatch(listed -> listed.window().equals(window));
    }

    /** Those not heard of since. */
    List<String> silentSince(long millis) {
        return others.entrySet().stream()
                .filter(entry -> entry.getValue().heardMillis() <= millis)
                .map(Map.Entry::getKey)
                .toList();
    }

    int size() {
        return others.size();
    }
}
