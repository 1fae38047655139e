package dev.postrider.chat.message;

import static dev.postrider.chat.fake.People.WREN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.chat.fake.FakeChannels;
import dev.postrider.chat.fake.FakeControl;
import dev.postrider.chat.fake.FakeFanout;
import dev.postrider.chat.fake.FakeLog;
import dev.postrider.chat.fake.FakeMembership;
import dev.postrider.chat.fake.FakeNode;
import dev.postrider.chat.fake.FakeRedis;
import dev.postrider.chat.fake.FakeStore;
import dev.postrider.chat.fake.FakeTime;
import dev.postrider.chat.fake.NoTally;
import dev.postrider.chat.fake.People;
import dev.postrider.chat.limit.Rates;
import dev.postrider.chat.limit.SendRate;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.internal.Holder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * A first frame lies unread on one node while its repeat is answered by another, and Redis loses every trace of that:
 * whatever becomes of Redis, the first frame is answered with the record that holds the id.
 */
class AgreedWindowTest {
    private final FakeTime time = new FakeTime();
    private final FakeControl control = new FakeControl();
    private final FakeChannels channels = new FakeChannels();
    private final FakeLog log = new FakeLog();
    private final FakeRedis redis = new FakeRedis();
    private final Side one = new Side("one");
    private final Side other = new Side("other");
    private final String id = People.newId();
    private int asked;

    /** One node: its part in the table, its window and its acceptor. */
    private final class Side {
        final FakeStore store;
        final FakeNode node;
        final AgreedWindow window;
        final Acceptor acceptor;

        Side(String name) {
            store = new FakeStore(name, redis);
            node = new FakeNode(name, time, control, channels, log);
            window = new AgreedWindow(store, node.table.accord());
            SendRate rate = new SendRate(5, 20, time);
            acceptor = new Acceptor(
                    new Window(100),
                    new Acceptor.Ports(
                            window,
                            new Rates(rate, rate),
                            new Checks(new FakeMembership(), (conversation, position) -> new CompletableFuture<>()),
                            log,
                            (key, past) -> {
                                asked++;
                                return CompletableFuture.completedFuture(holder(key));
                            },
                            new FakeFanout(),
                            new Aftermath(
                                    new RecentTargets((conversation, position) -> new CompletableFuture<>()),
                                    List.of()),
                            new NoTally(),
                            100));
        }

        CompletableFuture<Answer> submit(ClientFrame.Numbered frame) {
            return acceptor.submit(new Sender(WREN, "socket"), frame).toCompletableFuture();
        }
    }

    private Holder holder(MessageKey key) {
        Event.Identified first =
                log.holder(key.userId(), key.conversation(), key.id()).orElseThrow();
        return new Holder(first.position(), "message", first.at());
    }

    private void pass(int millis) {
        for (int gone = 0; gone < millis; gone += 50) {
            time.advance(50);
            one.window.refresh();
            other.window.refresh();
            one.node.pass();
            other.node.pass();
        }
    }

    private static long position(CompletableFuture<Answer> answer) {
        return assertInstanceOf(Answer.Accepted.class, answer.join()).frame().position();
    }

    @Test
    void windowThatDoesNotAnswerIsShownAsUnsureThoughNobodyIsToldOfAnother() {
        pass(1_000);
        assertTrue(one.window.sure());

        one.store.away = true;
        pass(500);

        assertFalse(one.window.sure());
        assertTrue(other.window.sure());
    }

    @Test
    void nodesThatSeeOneWindowBelieveItFromTheirStartOn() {
        pass(1_000);

        assertEquals(0, position(one.submit(People.send(id))));

        assertEquals(0, asked);
        assertTrue(one.node.table.accord().sure());
        assertTrue(other.node.table.accord().sure());
    }

    @Test
    void repeatThatCouldNotBeContestedIsFoundOut() {
        pass(1_000);
        other.store.away = true;
        CompletableFuture<Answer> repeat = other.submit(People.again(id));
        pass(3_000);
        assertEquals(0, position(repeat));
        other.store.away = false;
        pass(1_000);

        assertEquals(0, position(one.submit(People.send(id))));
        assertEquals(2, log.events.size());
    }

    @Test
    void repeatIsNotAppendedBeforeTheOthersKnowThatNothingWasContested() {
        pass(1_000);
        other.store.away = true;

        other.submit(People.again(id));

        assertEquals(List.of(), log.events);
        pass(500);
        assertEquals(1, log.events.size());
        assertFalse(one.node.table.accord().sure());
    }

    @Test
    void anEmptiedWindowIsAnotherOne() {
        pass(1_000);
        assertEquals(0, position(other.submit(People.again(id))));
        redis.empty();

        assertEquals(0, position(one.submit(People.send(id))));
        pass(1_000);
        assertFalse(one.node.table.accord().sure());
        pass(120_000);
        assertTrue(one.node.table.accord().sure());
    }

    @Test
    void nodesThatSeeTwoMemoriesBelieveNeither() {
        pass(1_000);
        FakeRedis split = new FakeRedis();
        split.named();
        split.empty();
        other.store.redis = split;
        CompletableFuture<Answer> repeat = other.submit(People.again(id));
        pass(3_000);
        assertEquals(0, position(repeat));

        assertEquals(0, position(one.submit(People.send(id))));
        pass(300_000);
        assertFalse(one.node.table.accord().sure());
    }

    @Test
    void aNodeThatStoodStillForLongAsksThoughTheTraceHasExpired() {
        pass(1_000);
        assertEquals(0, position(other.submit(People.again(id))));
        for (int i = 0; i < 400; i++) {
            time.advance(50);
            other.window.refresh();
            other.node.pass();
        }
        redis.held.clear();
        pass(1_000);

        assertEquals(0, position(one.submit(People.send(id))));
    }

    @Test
    void refusalIsNotFinalWhileTheWindowIsDoubted() {
        pass(1_000);
        CompletableFuture<Answer> repeat = other.submit(People.again(id));
        assertEquals(0, position(repeat));
        redis.empty();
        MessageKey key = MessageKey.of(WREN, People.send(id));

        assertInstanceOf(
                SharedWindow.Seen.Touched.class,
                one.window.look(key).toCompletableFuture().join());
    }
}
