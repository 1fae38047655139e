package dev.postrider.chat.channel;

import static dev.postrider.chat.fake.People.DM;
import static dev.postrider.chat.fake.People.MOSS;
import static dev.postrider.chat.fake.People.WREN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.chat.fake.FakeChannels;
import dev.postrider.chat.fake.FakeControl;
import dev.postrider.chat.fake.FakeLog;
import dev.postrider.chat.fake.FakeNode;
import dev.postrider.chat.fake.FakeSession;
import dev.postrider.chat.fake.FakeTime;
import dev.postrider.chat.fake.People;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class TwoNodesTest {
    private final FakeTime time = new FakeTime();
    private final FakeControl control = new FakeControl();
    private final FakeChannels channels = new FakeChannels();
    private final FakeLog log = new FakeLog();
    private final FakeNode one = new FakeNode("one", time, control, channels, log);
    private final FakeNode other = new FakeNode("other", time, control, channels, log);

    private void run(long millis, FakeNode... nodes) {
        for (long done = 0; done < millis; done += 50) {
            time.advance(50);
            for (FakeNode node : nodes) {
                node.pass();
                node.readChannels();
            }
        }
    }

    private CompletionStage<Void> say(FakeNode node) {
        return log.append(People.message())
                .thenCompose(event -> node.fanout.deliver(event, Audience.of(List.of(WREN, MOSS)), null));
    }

    @Test
    void theOtherNodesUserHearsByTheChannel() {
        FakeSession wren = one.connect(WREN);
        FakeSession moss = other.connect(MOSS);
        run(1_000, one, other);

        say(one);
        run(100, one, other);

        assertEquals(1, wren.frames.size());
        assertEquals(wren.frames, moss.frames);
        assertEquals(1, one.local);
        assertEquals(1, other.channel);
    }

    @Test
    void ownRecordsComingBackAreNotDeliveredTwice() {
        FakeSession wrenHere = one.connect(WREN);
        FakeSession wrenThere = other.connect(WREN);
        run(1_000, one, other);

        say(one);
        run(100, one, other);

        assertEquals(1, wrenHere.frames.size());
        assertEquals(1, wrenThere.frames.size());
    }

    @Test
    void nothingIsPublishedWhereNobodyElseServes() {
        one.connect(WREN);
        one.connect(MOSS);
        run(1_000, one, other);

        say(one);

        assertEquals(0, channels.written());
    }

    @Test
    void aStaleNodeDeliversNothingUntilItIsFreshAgain() {
        FakeSession wren = one.connect(WREN);
        run(1_000, one, other);
        time.advance(1_500);

        CompletionStage<Void> done = say(one);
        assertFalse(done.toCompletableFuture().isDone());
        assertEquals(0, wren.frames.size());

        run(300, one, other);
        assertTrue(done.toCompletableFuture().isDone());
        assertEquals(1, wren.frames.size());
    }

    @Test
    void aRecordWithoutAcknowledgementIsPublishedAgain() {
        one.connect(WREN);
        FakeSession moss = other.connect(MOSS);
        run(1_000, one, other);
        channels.failures = 2;

        CompletionStage<Void> done = say(one);
        assertFalse(done.toCompletableFuture().isDone());

        run(2_000, one, other);
        assertTrue(done.toCompletableFuture().isDone());
        assertEquals(1, moss.frames.size());
    }

    @Test
    void whoDiedMeanwhileIsNotWaitedFor() {
        one.connect(WREN);
        other.connect(MOSS);
        run(1_000, one, other);
        channels.failures = Integer.MAX_VALUE;

        CompletionStage<Void> done = say(one);
        run(12_000, one);

        assertTrue(done.toCompletableFuture().isDone());
        assertEquals(1, one.othersGone);
    }

    @Test
    void theSendingSocketIsLeftOut() {
        FakeSession phone = one.connect(WREN);
        FakeSession laptop = one.connect(WREN);
        run(1_000, one, other);

        log.append(People.message())
                .thenCompose(event -> one.fanout.deliver(event, Audience.of(List.of(WREN, MOSS)), phone.id()));

        assertEquals(0, phone.frames.size());
        assertEquals(1, laptop.frames.size());
    }

    @Test
    void aNudgeAsksToSyncBeyondThePosition() {
        FakeSession wren = one.connect(WREN);
        run(1_000, one, other);

        one.fanout.nudge(Audience.of(List.of(WREN)), DM, 41);

        ServerFrame.Checkpoint checkpoint = (ServerFrame.Checkpoint) wren.frames.getFirst();
        LogVector through = LogVector.parse(checkpoint.through()).orElseThrow();
        assertEquals(42, through.next(LogPartitions.of(DM)));
        assertEquals(0, through.next((LogPartitions.of(DM) + 1) % LogPartitions.COUNT));
    }

    @Test
    void aMessageIsTheSameForEverybody() {
        FakeSession wren = one.connect(WREN);
        FakeSession moss = other.connect(MOSS);
        run(1_000, one, other);

        say(one);
        say(other);
        run(200, one, other);

        assertEquals(positions(wren), positions(moss));
    }

    private static List<Long> positions(FakeSession session) {
        return session.frames.stream()
                .map(frame -> ((Event) frame).position())
                .sorted()
                .toList();
    }
}
