package dev.postrider.e2e.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything one client said and was told, in the order in which it came.
 *
 * @param left it went away before the end and for good: nothing more can be asked of what it saw
 */
public record ClientLog(String user, String device, boolean left, List<Note> notes) {
    public ClientLog {
        notes = List.copyOf(notes);
    }

    /** Of a client that stayed to the end. */
    public ClientLog(String user, String device, List<Note> notes) {
        this(user, device, false, notes);
    }

    public <T extends Note> Stream<T> all(Class<T> kind) {
        return notes.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Whatever this client was ever shown. */
    Stream<Post> shown() {
        return notes.stream().mapMulti((note, out) -> {
            if (note instanceof Note.Heard heard) {
                out.accept(heard.post());
            } else if (note instanceof Note.Synced synced) {
                out.accept(synced.post());
            }
        });
    }

    /** Messages of others that came in answers of sync, and never live or only {@code millis} later. */
    Stream<Post.Key> syncedBefore(long millis) {
        Map<Post.Key, Long> live = all(Note.Heard.class)
                .collect(Collectors.toMap(heard -> heard.post().key(), Note.Heard::at, Math::min));
        Set<String> own = all(Note.Sent.class).map(Note.Sent::id).collect(Collectors.toSet());
        return all(Note.Synced.class)
                .filter(synced ->
                        synced.at() + millis <= live.getOrDefault(synced.post().key(), Long.MAX_VALUE))
                .map(synced -> synced.post().key())
                .filter(key -> !own.contains(key.id()))
                .distinct();
    }

    @Override
    public String toString() {
        return device + " of " + user;
    }
}
