package dev.postrider.e2e.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Judges a run. Pure: the same evidence gives the same verdict. */
public final class Checker {
    /** How soon a message reaches whoever is connected while nothing is disturbed, at the latest. */
    public static final long LIVE_MILLIS = 5_000;

    private Checker() {}

    /** Nothing where every promise was kept. */
    public static Verdict judge(Evidence evidence) {
        Sends sends = Sends.of(evidence.clients());
        List<ClientView> views = evidence.clients().stream()
                .map(client -> new ClientView(client, Screen.of(client)))
                .toList();
        List<Violation> violations = new ArrayList<>();
        Stream.of(
                        AnswerRules.judge(sends),
                        ViewRules.judge(evidence, sends, views),
                        StoreRules.judge(evidence, sends, views),
                        LiveRules.judge(evidence, sends),
                        UnreadRules.judge(evidence))
                .forEach(violations::addAll);
        return new Verdict(Tally.of(evidence, sends, views, violations), violations);
    }

    /** A client with what it shows in the end. */
    record ClientView(ClientLog client, Screen screen) {}
}
