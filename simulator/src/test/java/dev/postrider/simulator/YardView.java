package dev.postrider.simulator;

import dev.postrider.contracts.frame.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a device knows of the yard: what it heard live, what it was given when it asked, and who is in there. */
final class YardView {
    private final TreeMap<Long, Event> live = new TreeMap<>();
    private final TreeMap<Long, Event> synced = new TreeMap<>();
    private final Map<String, Place> people = new HashMap<>();

    /** Of each person the highest position counts, as of every register. */
    private record Place(long position, boolean present) {}

    void hear(Event event) {
        live.putIfAbsent(event.position(), event);
        place(event);
    }

    void sync(Event event) {
        synced.putIfAbsent(event.position(), event);
        place(event);
    }

    private void place(Event event) {
        switch (event) {
            case Event.Joined joined -> joined.users().forEach(user -> place(user, joined.position(), true));
            case Event.Left left -> place(left.user(), left.position(), false);
            default -> {}
        }
    }

    private void place(String user, long position, boolean present) {
        people.merge(user, new Place(position, present), (old, one) -> one.position() > old.position() ? one : old);
    }

    boolean has(long position) {
        return live.containsKey(position) || synced.containsKey(position);
    }

    /** Whether it shows this user as a member. */
    boolean shows(String user) {
        return people.containsKey(user) && people.get(user).present();
    }

    TreeMap<Long, Event> live() {
        return live;
    }

    TreeMap<Long, Event> synced() {
        return synced;
    }
}
