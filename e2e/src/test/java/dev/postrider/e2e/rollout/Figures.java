package dev.postrider.e2e.rollout;

import dev.postrider.e2e.check.ClientLog;
import dev.postrider.e2e.check.Note;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What people felt of it.
 *
 * @param rejections answers that refused a message, retried or not
 * @param unansweredMillisMax the longest from writing a message to its acceptance, with all attempts and without a socket
 * @param reconnects sockets that ended and were followed by one on which the client had caught up
 * @param backMillisP99 from the end of a socket until then
 */
record Figures(long rejections, long unansweredMillisMax, int reconnects, long backMillisP99, long backMillisMax) {
    private static final double P99 = 0.99;

    static Figures of(List<ClientLog> clients) {
        return between(clients, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Of what began in that time. */
    static Figures between(List<ClientLog> clients, long from, long to) {
        long[] waits = millis(clients, Figures::waits, from, to);
        long[] backs = millis(clients, Figures::backs, from, to);
        return new Figures(
                clients.stream()
                        .flatMap(client -> client.all(Note.Rejected.class))
                        .filter(one -> from <= one.at() && one.at() < to)
                        .count(),
                waits.length == 0 ? 0 : waits[waits.length - 1],
                backs.length,
                backs.length == 0 ? 0 : backs[(int) Math.ceil(backs.length * P99) - 1],
                backs.length == 0 ? 0 : backs[backs.length - 1]);
    }

    private record Span(long from, long to) {}

    /** How long they took, the shortest first. */
    private static long[] millis(List<ClientLog> clients, Function<ClientLog, List<Span>> spans, long from, long to) {
        return clients.stream()
                .flatMap(client -> spans.apply(client).stream())
                .filter(span -> from <= span.from() && span.from() < to)
                .mapToLong(span -> span.to() - span.from())
                .sorted()
                .toArray();
    }

    /** Of each message that was accepted, how long its author waited. */
    private static List<Span> waits(ClientLog client) {
        Map<String, Long> said = new HashMap<>();
        client.all(Note.Said.class).forEach(one -> said.put(one.id(), one.at()));
        List<Span> waits = new ArrayList<>();
        client.all(Note.Accepted.class).forEach(answer -> {
            Long since = said.remove(answer.id());
            if (since != null) {
                waits.add(new Span(since, answer.at()));
            }
        });
        return waits;
    }

    private static List<Span> backs(ClientLog client) {
        List<Span> backs = new ArrayList<>();
        long cut = 0;
        boolean away = false;
        for (Note note : client.notes()) {
            if (note instanceof Note.Cut ended && !away) {
                cut = ended.at();
                away = true;
            } else if (note instanceof Note.CaughtUp up && away) {
                backs.add(new Span(cut, up.at()));
                away = false;
            }
        }
        return backs;
    }

    @Override
    public String toString() {
        return "%d rejected, slowest answer after %d ms, %d reconnects, p99 %d ms, slowest %d ms"
                .formatted(rejections, unansweredMillisMax, reconnects, backMillisP99, backMillisMax);
    }
}
