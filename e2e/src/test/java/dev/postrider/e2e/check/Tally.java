package dev.postrider.e2e.check;

import dev.postrider.e2e.check.Checker.ClientView;
import java.util.List;

/**
 * The figures of a run.
 *
 * @param doubledOnWire copies at a second position that clients dropped, as the protocol has them do
 * @param rejected messages whose last answer was a rejection
 * @param unknown messages that had to be sent again because there was no answer
 */
public record Tally(
        int accepted, int lost, int doubledOnWire, int doubledOnScreen, int reordered, int rejected, int unknown) {

    static Tally of(Evidence evidence, Sends sends, List<ClientView> views, List<Violation> violations) {
        return new Tally(
                sends.accepted().size(),
                count(violations, Violation.Lost.class)
                        + count(violations, Violation.Missed.class)
                        + count(violations, Violation.NotInLog.class)
                        + count(violations, Violation.NotStored.class),
                views.stream().mapToInt(view -> view.screen().copies()).sum(),
                count(violations, Violation.Doubled.class) + count(violations, Violation.Invented.class),
                count(violations, Violation.Reordered.class),
                (int) sends.all().stream()
                        .filter(send -> send.refusal().isPresent())
                        .count(),
                (int) sends.all().stream().filter(Tally::unknown).count());
    }

    /** Sent again before there was an answer. */
    private static boolean unknown(Sends.Send send) {
        return send.attempts.stream()
                .anyMatch(sent -> sent.again() && (send.accepted == null || sent.at() <= send.accepted.at()));
    }

    private static int count(List<Violation> violations, Class<? extends Violation> kind) {
        return (int) violations.stream().filter(kind::isInstance).count();
    }
}
