package dev.postrider.history.fold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Registers by key, of which the one with the highest order wins, however often and in whatever order they are set. */
public final class Registers<K, V extends Registers.Ordered> {
    private final Map<K, V> held = new LinkedHashMap<>();

    /** Something that a later one of the same kind replaces. */
    public interface Ordered {
        /** The event's position, or a room's change number. */
        long order();
    }

    /** Takes the value unless one at least as new is held. */
    public void set(K key, V value) {
        held.merge(key, value, (old, given) -> given.order() > old.order() ? given : old);
    }

    public List<V> values() {
        return new ArrayList<>(held.values());
    }
}
