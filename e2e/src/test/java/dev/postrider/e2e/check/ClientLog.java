package dev.postrider.e2e.check;

import java.util.List;
import java.util.stream.Stream;

/** Everything one client said and was told, in the order in which it came. */
public record ClientLog(String user, String device, List<Note> notes) {
    public ClientLog {
        notes = List.copyOf(notes);
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

    @Override
    public String toString() {
        return device + " of " + user;
    }
}
