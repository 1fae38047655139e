package dev.postrider.simulator;

import dev.postrider.contracts.frame.Event;
import dev.postrider.simulator.Violation.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who may know what of the yard. Fern's time there goes from her joining's record to her leaving's; a message between two
 * such times she may hear of live only where it was written before her removal was answered, and T after.
 */
final class YardJudge {
    private static final long T = 1_000;

    private final Archive archive;
    private final Yard yard;
    private final Map<Long, Long> answered = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    YardJudge(Archive archive, Yard yard) {
        this.archive = archive;
        this.yard = yard;
    }

    /** The call that led to this change was answered now. */
    void answered(long change, long now) {
        answered.put(change, now);
    }

    List<Violation> violations() {
        return violations;
    }

    private void broken(Kind kind, String words, Object... values) {
        violations.add(new Violation(kind, words.formatted(values)));
    }

    /** Whether this user, connected all the while, must have been told of what stands there: nodes know of the joining. */
    boolean concerns(String user, long position) {
        Archive.Place place = archive.place(user);
        return !user.equals(People.FERN)
                || (yard.has(user) && yard.left() == 0 && place.present() && place.since() <= position);
    }

    void end(List<Device> devices) {
        inOrder();
        for (Device device : devices) {
            device.yard().live().values().forEach(event -> once(device, event));
            if (device.user().equals(People.FERN)) {
                device.yard().live().values().forEach(event -> heardLive(device, event));
                device.yard().synced().values().forEach(event -> given(device, event));
            } else if (device.yard().shows(People.FERN)
                    != archive.place(People.FERN).present()) {
                broken(
                        Kind.VIEW_DIFFERS,
                        "%s shows Fern as %s",
                        device.name(),
                        device.yard().shows(People.FERN) ? "a member" : "none");
            }
        }
        if (archive.place(People.FERN).present() != yard.has(People.FERN)) {
            broken(Kind.VIEW_DIFFERS, "history and the room's tables tell otherwise of Fern");
        }
        if (yard.left() > 0) {
            broken(Kind.LOST, "%d changes of the yard were told to nobody", yard.left());
        }
    }

    /** The first records of the changes stand in the order of their numbers. */
    private void inOrder() {
        long before = 0;
        for (Event event : archive.stored(Yard.ROOM)) {
            Long change = archive.isDead(Yard.ROOM, event.position()) ? null : changeOf(event);
            if (change != null) {
                if (change < before) {
                    broken(Kind.SHUFFLED, "change %d stands behind change %d", change, before);
                }
                before = change;
            }
        }
    }

    /** A change that is told again shows a second line, until the page is loaded anew. */
    private void once(Device device, Event event) {
        if (changeOf(event) != null && archive.isDead(Yard.ROOM, event.position())) {
            broken(Kind.VIEW_DIFFERS, "%s was told live of a repeat at %d", device.name(), event.position());
        }
    }

    private void heardLive(Device device, Event event) {
        if (!(event instanceof Event.Message message) || inside(message.position())) {
            return;
        }
        Event.Left left = lastLeft(message.position());
        Long told = left == null ? null : answered.get(left.change());
        if (left == null || (told != null && message.at().toEpochMilli() > told + T)) {
            broken(Kind.LEAKED, "%s heard of %d while she was no member", device.name(), message.position());
        }
    }

    private void given(Device device, Event event) {
        if (event instanceof Event.Message message && !inside(message.position())) {
            broken(Kind.LEAKED, "%s was given %d of a time when she was no member", device.name(), message.position());
        }
    }

    private boolean inside(long position) {
        boolean inside = false;
        for (Event event : fernsEvents()) {
            if (event.position() < position) {
                inside = event instanceof Event.Joined;
            }
        }
        return inside;
    }

    private Event.@org.jspecify.annotations.Nullable Left lastLeft(long position) {
        Event.Left last = null;
        for (Event event : fernsEvents()) {
            if (event instanceof Event.Left left && event.position() < position) {
                last = left;
            }
        }
        return last;
    }

    private List<Event> fernsEvents() {
        return archive.stored(Yard.ROOM).stream()
                .filter(event -> !archive.isDead(Yard.ROOM, event.position()))
                .filter(event -> switch (event) {
                    case Event.Joined joined -> joined.users().contains(People.FERN);
                    case Event.Left left -> left.user().equals(People.FERN);
                    default -> false;
                })
                .toList();
    }

    private static @org.jspecify.annotations.Nullable Long changeOf(Event event) {
        return switch (event) {
            case Event.Joined joined -> joined.change();
            case Event.Left left -> left.change();
            case Event.Role role -> role.change();
            case Event.Room room -> room.change();
            default -> null;
        };
    }
}
