package dev.postrider.e2e.check;

import dev.postrider.e2e.check.Post.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every message that was ever handed to a socket, with all its attempts and answers. */
final class Sends {
    private final Map<Key, Send> all = new LinkedHashMap<>();
    private final Map<String, Send> byId = new HashMap<>();

    /** One message of one client, from its first attempt to its last answer. */
    static final class Send {
        final Key key;
        final String body;
        final ClientLog client;
        final List<Note.Sent> attempts = new ArrayList<>();
        final TreeSet<Long> positions = new TreeSet<>();
        Note.@Nullable Accepted accepted;
        private @Nullable String refusal;
        /** The code of a rejection that came after it had been accepted. */
        @Nullable
        String denial;

        Send(Key key, String body, ClientLog client) {
            this.key = key;
            this.body = body;
            this.client = client;
        }

        /** The code of the last answer, where that was a rejection and nothing was tried after it. */
        Optional<String> refusal() {
            return accepted == null ? Optional.ofNullable(refusal) : Optional.empty();
        }

        Post acceptedPost() {
            Note.Accepted answer = java.util.Objects.requireNonNull(accepted);
            return new Post(key.conversation(), answer.position(), key.id(), key.from(), body);
        }
    }

    private Sends() {}

    static Sends of(List<ClientLog> clients) {
        Sends sends = new Sends();
        clients.forEach(sends::read);
        return sends;
    }

    java.util.Collection<Send> all() {
        return all.values();
    }

    List<Send> accepted() {
        return all.values().stream().filter(send -> send.accepted != null).toList();
    }

    @Nullable
    Send of(Key key) {
        return all.get(key);
    }

    private void read(ClientLog client) {
        for (Note note : client.notes()) {
            switch (note) {
                case Note.Sent sent -> attempt(client, sent);
                case Note.Accepted answer -> accepted(answer);
                case Note.Rejected answer -> rejected(answer);
                case Note.Said said -> {}
                case Note.Heard heard -> {}
                case Note.Synced synced -> {}
                case Note.CaughtUp caughtUp -> {}
                case Note.AskedToLeave asked -> {}
                case Note.Closed closed -> {}
                case Note.Cut cut -> {}
            }
        }
    }

    private void attempt(ClientLog client, Note.Sent sent) {
        Key key = new Key(sent.conversation(), client.user(), sent.id());
        Send send = all.computeIfAbsent(key, fresh -> new Send(fresh, sent.body(), client));
        byId.put(sent.id(), send);
        send.attempts.add(sent);
        send.refusal = null;
    }

    private void accepted(Note.Accepted answer) {
        Send send = byId.get(answer.id());
        if (send != null) {
            send.positions.add(answer.position());
            if (send.accepted == null) {
                send.accepted = answer;
            }
        }
    }

    private void rejected(Note.Rejected answer) {
        Send send = byId.get(answer.id());
        if (send != null) {
            send.refusal = answer.code();
            send.denial = send.accepted == null ? send.denial : answer.code();
        }
    }
}
