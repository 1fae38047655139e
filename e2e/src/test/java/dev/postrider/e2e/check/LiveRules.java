package dev.postrider.e2e.check;

import dev.postrider.e2e.check.Post.Key;
import dev.postrider.e2e.check.Sends.Send;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * While nothing is disturbed, a message reaches every device that is connected, live: catching up must not be what
 * brings it. Judged only for devices whose socket was served before the message was sent and long after.
 */
final class LiveRules {
    private LiveRules() {}

    static List<Violation> judge(Evidence evidence, Sends sends) {
        List<Violation> found = new ArrayList<>();
        for (ClientLog client : evidence.clients()) {
            List<Span> spans = served(client);
            Map<Key, Long> heard = new HashMap<>();
            client.all(Note.Heard.class).forEach(note -> heard.merge(note.post().key(), note.at(), Math::min));
            for (Send send : sends.accepted()) {
                if (send.client != client
                        && concerns(evidence, client, send)
                        && spans.stream().anyMatch(s -> s.holds(send))) {
                    Long at = heard.get(send.key);
                    if (at == null || at > due(send)) {
                        found.add(new Violation.NotLive(
                                send.acceptedPost().place(), send.key, client.toString(), Checker.LIVE_MILLIS));
                    }
                }
            }
        }
        return found;
    }

    private static boolean concerns(Evidence evidence, ClientLog client, Send send) {
        return evidence.members()
                        .getOrDefault(send.key.conversation(), Set.of())
                        .contains(client.user())
                && evidence.calms().stream().anyMatch(calm -> calm.holds(began(send), due(send)));
    }

    private static long began(Send send) {
        return send.attempts.getFirst().at();
    }

    private static long due(Send send) {
        return java.util.Objects.requireNonNull(send.accepted).at() + Checker.LIVE_MILLIS;
    }

    private record Span(long from, long to) {
        boolean holds(Send send) {
            return from <= began(send) && due(send) <= to;
        }
    }

    /** From catching up to the cut, for each socket. */
    private static List<Span> served(ClientLog client) {
        Map<Integer, Long> cuts = new HashMap<>();
        client.all(Note.Cut.class).forEach(cut -> cuts.putIfAbsent(cut.socket(), cut.at()));
        Map<Integer, Long> begins = new HashMap<>();
        client.all(Note.CaughtUp.class).forEach(up -> begins.putIfAbsent(up.socket(), up.at()));
        List<Span> spans = new ArrayList<>();
        begins.forEach((socket, from) -> spans.add(new Span(from, cuts.getOrDefault(socket, Long.MAX_VALUE))));
        return spans;
    }
}
