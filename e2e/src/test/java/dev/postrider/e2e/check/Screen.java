package dev.postrider.e2e.check;

import dev.postrider.e2e.check.Post.Key;
import dev.postrider.e2e.check.Post.Place;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What a client that keeps rule 2 of the protocol shows: each message once, at the lowest position it was told. */
final class Screen {
    private final Map<Key, Post> bubbles = new HashMap<>();
    private final Map<Place, Post> places = new HashMap<>();
    private int copies;

    static Screen of(ClientLog client) {
        Screen screen = new Screen();
        client.shown().forEach(screen::show);
        return screen;
    }

    Collection<Post> bubbles() {
        return bubbles.values();
    }

    boolean shows(Key key) {
        return bubbles.containsKey(key);
    }

    /** Messages told at a second position, which the client had to drop. */
    int copies() {
        return copies;
    }

    private void show(Post post) {
        if (places.putIfAbsent(post.place(), post) != null) {
            return;
        }
        Post held = bubbles.get(post.key());
        if (held == null) {
            bubbles.put(post.key(), post);
            return;
        }
        copies++;
        if (held.position() > post.position()) {
            bubbles.put(post.key(), post);
        }
    }
}
