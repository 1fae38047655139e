package dev.postrider.chat.presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which Redis channels are wanted, whatever becomes of the connection. One thread; no I/O. */
final class SubscriptionBook {
    private static final int CHANNELS_PER_CALL_MAX = 500;

    private final Set<String> wanted = new LinkedHashSet<>();

    /** The ones not wanted before, to be asked for. */
    List<String> want(Collection<String> channels) {
        List<String> added = new ArrayList<>();
        for (String channel : channels) {
            if (wanted.add(channel)) {
                added.add(channel);
            }
        }
        return added;
    }

    /** The ones wanted until now, to be given up. */
    List<String> drop(Collection<String> channels) {
        List<String> removed = new ArrayList<>();
        for (String channel : channels) {
            if (wanted.remove(channel)) {
                removed.add(channel);
            }
        }
        return removed;
    }

    boolean wants(String channel) {
        return wanted.contains(channel);
    }

    /** Everything wanted: what a fresh connection asks for. */
    List<String> all() {
        return List.copyOf(wanted);
    }

    /** In slices for one call each. */
    static List<List<String>> slices(List<String> channels) {
        List<List<String>> slices = new ArrayList<>();
        for (int from = 0; from < channels.size(); from += CHANNELS_PER_CALL_MAX) {
            slices.add(channels.subList(from, Math.min(channels.size(), from + CHANNELS_PER_CALL_MAX)));
        }
        return slices;
    }
}
