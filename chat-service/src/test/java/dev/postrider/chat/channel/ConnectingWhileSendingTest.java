package dev.postrider.chat.channel;

import static dev.postrider.chat.fake.People.MOSS;
import static dev.postrider.chat.fake.People.WREN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.postrider.chat.fake.FakeChannels;
import dev.postrider.chat.fake.FakeControl;
import dev.postrider.chat.fake.FakeLog;
import dev.postrider.chat.fake.FakeNode;
import dev.postrider.chat.fake.FakeSession;
import dev.postrider.chat.fake.FakeTime;
import dev.postrider.chat.fake.People;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.topic.LogVector;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Architecture 6.1 on seeded schedules: two nodes take turns at random, stand still, send and take users. Whatever was
 * appended is either below the newest {@code through} of a greeted session, or was given to it.
 */
class ConnectingWhileSendingTest {
    private static final int SCHEDULES = 3_000;
    private static final int STEPS = 120;

    @Test
    void everyEventIsBelowThroughOrHeard() {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            assertEquals(Set.of(), missed(seed, Duration.ofSeconds(2)), "seed " + seed);
        }
    }

    /** The check is checked: without the wait for what others have applied, some schedule loses an event. */
    @Test
    void withoutTheWaitSomethingIsMissed() {
        Set<Long> missed = new HashSet<>();
        for (int seed = 0; seed < SCHEDULES && missed.isEmpty(); seed++) {
            missed.addAll(missed(seed, Duration.ZERO));
        }

        assertNotEquals(Set.of(), missed);
    }

    private static Set<Long> missed(int seed, Duration waitMax) {
        Random random = new Random(seed);
        FakeTime time = new FakeTime();
        FakeControl control = new FakeControl();
        FakeChannels channels = new FakeChannels();
        FakeLog log = new FakeLog();
        FakeNode sender = new FakeNode("sender", time, control, channels, log, waitMax);
        FakeNode taker = new FakeNode("taker", time, control, channels, log, waitMax);
        sender.connect(WREN);
        for (int i = 0; i < 20; i++) {
            time.advance(100);
            sender.pass();
            taker.pass();
        }
        FakeSession moss = new FakeSession(MOSS);
        int connectAt = random.nextInt(STEPS / 2);
        for (int step = 0; step < STEPS; step++) {
            if (step == connectAt) {
                taker.sessions.add(moss);
                taker.subscriptions.opened(moss);
            }
            act(random, time, log, sender, taker);
        }
        settle(time, sender, taker);
        return missed(log, moss);
    }

    private static void act(Random random, FakeTime time, FakeLog log, FakeNode sender, FakeNode taker) {
        switch (random.nextInt(10)) {
            case 0, 1 -> time.advance(random.nextInt(400));
            case 2, 3 -> sender.pass();
            case 4, 5, 6 -> taker.pass();
            case 7 -> taker.readChannels();
            default ->
                log.append(People.message())
                        .thenCompose(event -> sender.fanout.deliver(event, List.of(WREN, MOSS), null));
        }
    }

    private static void settle(FakeTime time, FakeNode sender, FakeNode taker) {
        for (int i = 0; i < 40; i++) {
            time.advance(100);
            sender.pass();
            taker.pass();
            taker.readChannels();
        }
    }

    private static Set<Long> missed(FakeLog log, FakeSession session) {
        long through = LogVector.parse(session.welcomes.getLast().through())
                .orElseThrow()
                .next(0);
        Set<Long> missed = new HashSet<>();
        log.events.stream()
                .map(Event::position)
                .filter(position -> position >= through)
                .forEach(missed::add);
        session.frames.forEach(frame -> missed.remove(((Event) frame).position()));
        return missed;
    }
}
