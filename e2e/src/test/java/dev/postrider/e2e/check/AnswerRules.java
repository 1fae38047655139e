package dev.postrider.e2e.check;

import dev.postrider.e2e.check.Sends.Send;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One answer for each id, an answer at last, and one sender's order kept. */
final class AnswerRules {
    private AnswerRules() {}

    static List<Violation> judge(Sends sends) {
        List<Violation> found = new ArrayList<>();
        for (Send send : sends.all()) {
            if (send.positions.size() > 1) {
                found.add(new Violation.TwoAnswers(send.key, List.copyOf(send.positions)));
            }
            if (send.denial != null) {
                found.add(new Violation.SeenThoughRejected(send.key, send.denial, "the answer before"));
            }
            if (send.accepted == null && send.refusal().isEmpty() && !send.client.left()) {
                found.add(new Violation.Unanswered(send.key, send.attempts.size()));
            }
        }
        found.addAll(order(sends));
        return found;
    }

    private record Stream(ClientLog client, String conversation, int socket) {}

    /**
     * Only messages that were sent once can tell: a repeat may land where it likes. Sent one after the other on one
     * socket, they stand in the log in that order.
     */
    private static List<Violation> order(Sends sends) {
        Map<Stream, List<Send>> streams = new HashMap<>();
        for (Send send : sends.accepted()) {
            if (send.attempts.size() == 1) {
                Note.Sent only = send.attempts.getFirst();
                streams.computeIfAbsent(
                                new Stream(send.client, only.conversation(), only.socket()), s -> new ArrayList<>())
                        .add(send);
            }
        }
        List<Violation> found = new ArrayList<>();
        streams.forEach((stream, sent) -> {
            for (int i = 1; i < sent.size(); i++) {
                Send first = sent.get(i - 1);
                Send second = sent.get(i);
                if (first.positions.first() > second.positions.first()) {
                    found.add(new Violation.Reordered(
                            stream.conversation(), stream.client().user(), first.key.id(), second.key.id()));
                }
            }
        });
        found.sort(Comparator.comparing(Violation::message));
        return found;
    }
}
