package dev.postrider.e2e.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.rule.MessageIds;
import dev.postrider.e2e.check.Checker;
import dev.postrider.e2e.check.Evidence;
import dev.postrider.e2e.check.Evidence.Calm;
import dev.postrider.e2e.check.Verdict;
import dev.postrider.e2e.fault.Doors;
import dev.postrider.e2e.fault.Scene;
import dev.postrider.e2e.fault.Trial;
import dev.postrider.e2e.faulty.FaultySuite;
import dev.postrider.e2e.faulty.agent.Newer;
import dev.postrider.e2e.load.Account;
import dev.postrider.e2e.load.Clock;
import dev.postrider.e2e.load.Population;
import dev.postrider.e2e.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * One chat node and history are of the next version ({@link Newer}), everything else is of this one: records of a higher
 * schema, fields and frames that this one has never heard of.
 */
@EnabledIfSystemProperty(
        named = "test",
        matches = ".+",
        disabledReason =
                "a suite of its own for four minutes: only when asked for, as ./dev e2e rollout/TwoVersionsTest")
class TwoVersionsTest {
    private static final int PEOPLE = 24;
    private static final int PER_SECOND = 60;
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final long AWAY_MILLIS_MAX = 500;
    private static final long LATE_MILLIS = 3_000;
    private static final long BESIDE_MILLIS = 6_000;
    private static final String WAITING = "postrider_history_partitions_waiting";

    @Test
    void oldAndNewVersionStandSideBySideAndNothingOfTheNewOneIsLostOnTheOld() throws Exception {
        try (FaultySuite woven = FaultySuite.start()) {
            Suite suite = woven.suite();
            Population population = Population.of(suite.gateway(), PEOPLE);
            Doors nodes = new Doors(List.of(suite.chatNode(1), suite.chatNode(2)), List.of());

            sound(new Trial(suite, population, nodes, 1, PER_SECOND, 1)
                    .evidence((scene, calms) -> upgradeInTheWrongOrder(scene)));
            Evidence beside = new Trial(suite, population, nodes, 1, PER_SECOND, 2).evidence((scene, calms) -> {
                calms.add(new Calm(Clock.millis(), Long.MAX_VALUE));
                Scene.hold(BESIDE_MILLIS);
            });

            sound(beside);
            Figures felt = Figures.of(beside.clients());
            assertEquals(0, felt.rejections(), "messages rejected");
            List<Account> two = Account.register(suite.gateway(), 2);
            eachSpeaksItsOwnVersion(suite, two.getFirst(), two.getLast());
        }
    }

    /** History is to come first; where a chat node does, records wait for it and none is passed over. */
    private static void upgradeInTheWrongOrder(Scene scene) throws InterruptedException {
        upgrade(scene, "chat-service-2");
        // All went to the other node, and half of them come back.
        scene.crowd().drop(scene.crowd().size() / 2, AWAY_MILLIS_MAX);
        scene.await("partitions wait for an upgrade of history", WITHIN, () -> waiting(scene.suite()) > 0);
        Scene.hold(LATE_MILLIS);

        upgrade(scene, "history-service");

        scene.await("no partition waits any more", WITHIN, () -> waiting(scene.suite()) == 0);
        scene.await("everybody is served", WITHIN, () -> scene.crowd().allServed());
    }

    private static void upgrade(Scene scene, String part) {
        try {
            FaultySuite.nextVersion(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Leaving.of(scene, part);
        scene.suite().awaitReady(part);
    }

    private static double waiting(Suite suite) {
        return suite.metric("history-service", WAITING, "");
    }

    private static void eachSpeaksItsOwnVersion(Suite suite, Account wren, Account moss) {
        String conversation = ConversationId.direct(wren.id(), moss.id()).text();
        try (Ear old = new Ear(suite.chatNode(1), wren.token());
                Ear next = new Ear(suite.chatNode(2), moss.token())) {
            next.hears(Newer.GREETING);
            assertTrue(next.hears("\"welcome\"").contains(Newer.FIELD));
            assertFalse(old.hears("\"welcome\"").contains(Newer.FIELD));

            next.says(Newer.WAVE);
            old.says(Newer.WAVE);

            next.hears(Newer.WAVED);
            old.hears("\"rejected\"", "\"unknown-type\"");

            old.says(message(conversation, "From the old to the new."));
            next.hears("\"message\"", "From the old to the new.");
            next.says(message(conversation, "From the new to the old."));
            old.hears("\"message\"", "From the new to the old.", Newer.FIELD);
        }
    }

    private static String message(String conversation, String body) {
        String id = MessageIds.next(System.currentTimeMillis(), ThreadLocalRandom.current());
        return FrameCodec.write(new ClientFrame.Send(id, conversation, body, null, null, null, null, null));
    }

    private static void sound(Evidence evidence) {
        Verdict verdict = Checker.judge(evidence);
        System.out.println(verdict.tally() + "; " + Figures.of(evidence.clients()));
        assertTrue(verdict.sound(), verdict::message);
    }
}
