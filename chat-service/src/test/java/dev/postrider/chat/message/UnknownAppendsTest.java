package dev.postrider.chat.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.chat.channel.LogEnds;
import dev.postrider.chat.fake.FakeFanout;
import dev.postrider.chat.fake.FakeLog;
import dev.postrider.chat.fake.FakeMembership;
import dev.postrider.chat.fake.FakeTime;
import dev.postrider.chat.fake.People;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A record that nobody was told of is brought to those who stayed, though its sender never comes back. */
class UnknownAppendsTest {
    private final FakeLog log = new FakeLog();
    private final FakeFanout fanout = new FakeFanout();
    private final FakeTime time = new FakeTime();
    private boolean away;
    private final LogEnds ends =
            () -> away ? CompletableFuture.failedFuture(new IllegalStateException("away")) : log.ask();
    private final UnknownAppends journal = new UnknownAppends(log, ends, fanout, new FakeMembership(), time, time);

    private void append(String id) {
        journal.append(Events.of(People.WREN, People.send(id), Set.of(People.WREN, People.MOSS)));
    }

    @Test
    void membersAreAskedToSyncPastTheRecordOnceItHadTimeToArrive() {
        log.losesAnswers = true;
        append("one");
        append("two");

        time.advance(4_900);
        assertTrue(fanout.nudged.isEmpty());
        time.advance(2_000);

        assertEquals(List.of(1L), fanout.nudged.stream().distinct().toList());
    }

    @Test
    void aConversationThatIsInDoubtAgainIsToldAgain() {
        log.losesAnswers = true;
        append("one");
        time.advance(4_000);
        append("two");

        time.advance(1_500);
        assertEquals(List.of(1L), fanout.nudged);
        time.advance(5_000);

        assertEquals(List.of(1L, 1L), fanout.nudged);
        time.advance(60_000);
        assertEquals(2, fanout.nudged.size());
    }

    @Test
    void whatWasAcknowledgedIsToldByItsAcceptor() {
        append("one");

        time.advance(60_000);

        assertTrue(fanout.nudged.isEmpty());
    }

    @Test
    void theyWaitUntilTheLogAnswers() {
        log.losesAnswers = true;
        away = true;
        append("one");
        time.advance(30_000);
        assertTrue(fanout.nudged.isEmpty());

        away = false;
        time.advance(6_000);

        assertEquals(List.of(0L), fanout.nudged);
        time.advance(30_000);
        assertEquals(1, fanout.nudged.size());
    }
}
