package dev.postrider.history.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Conversations whose kept page is behind: those with a deletion first, which are never dropped; the others in the
 * order of their change, bounded, the oldest dropped. Thread-safe.
 */
final class DirtyPages {
    private static final int CHANGED_MAX = 10_000;
    private static final int KNOWN_MAX = 50_000;

    private final Set<String> purged = new LinkedHashSet<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final Set<String> known = Collections.newSetFromMap(new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > KNOWN_MAX;
        }
    });

    synchronized void changed(Collection<String> conversations) {
        changed.addAll(conversations);
        Iterator<String> oldest = changed.iterator();
        while (changed.size() > CHANGED_MAX) {
            known.remove(oldest.next());
            oldest.remove();
        }
    }

    synchronized void purged(Collection<String> conversations) {
        purged.addAll(conversations);
    }

    synchronized void read(String conversation) {
        if (!known.contains(conversation)) {
            changed(List.of(conversation));
        }
    }

    /** A page to be written. */
    record Task(String conversation, boolean purge) {}

    /** The next ones, deletions first; given {@link #back} where it did not work. */
    synchronized List<Task> take(int max) {
        List<Task> taken = new ArrayList<>();
        take(purged, max, one -> taken.add(new Task(one, true)));
        take(changed, max - taken.size(), one -> taken.add(new Task(one, false)));
        return taken;
    }

    synchronized void back(Task task) {
        if (task.purge()) {
            purged.add(task.conversation());
        } else {
            changed(List.of(task.conversation()));
        }
    }

    synchronized void kept(Task task) {
        known.add(task.conversation());
    }

    private static void take(Set<String> from, int max, Consumer<String> taken) {
        Iterator<String> next = from.iterator();
        for (int left = max; left > 0 && next.hasNext(); left--) {
            taken.accept(next.next());
            next.remove();
        }
    }
}
