package dev.postrider.chat.channel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Under which name this node stands in the table of channels: new at every start and lapse, never used again. Safe for
 * all threads.
 */
public final class Incarnations {
    private final Supplier<String> names;
    private final Set<String> ours = ConcurrentHashMap.newKeySet();
    private volatile String current;

    /** @param names gives a name that nobody had before */
    public Incarnations(Supplier<String> names) {
        this.names = names;
        this.current = names.get();
        ours.add(current);
    }

    public String current() {
        return current;
    }

    /** True for every name that this process has or had: its records came from here. */
    public boolean ours(String incarnation) {
        return ours.contains(incarnation);
    }

    /** The name after a lapse; answers the former one. One thread calls it. */
    String renew() {
        String former = current;
        String next = names.get();
        ours.add(next);
        current = next;
        return former;
    }
}
