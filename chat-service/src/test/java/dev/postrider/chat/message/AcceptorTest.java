package dev.postrider.chat.message;

import static dev.postrider.chat.fake.People.DM;
import static dev.postrider.chat.fake.People.MOSS;
import static dev.postrider.chat.fake.People.WREN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.chat.fake.FakeFanout;
import dev.postrider.chat.fake.FakeLog;
import dev.postrider.chat.fake.FakeMembership;
import dev.postrider.chat.fake.FakeRedis;
import dev.postrider.chat.fake.FakeStore;
import dev.postrider.chat.fake.FakeTime;
import dev.postrider.chat.fake.FakeWindow;
import dev.postrider.chat.fake.NoTally;
import dev.postrider.chat.fake.People;
import dev.postrider.chat.limit.Rates;
import dev.postrider.chat.limit.SendRate;
import dev.postrider.chat.room.Membership.Standing;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.internal.Holder;
import dev.postrider.contracts.internal.Target;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class AcceptorTest {
    private final FakeTime time = new FakeTime();
    private final FakeLog log = new FakeLog();
    private final FakeFanout fanout = new FakeFanout();
    private final FakeRedis redis = new FakeRedis();
    private final FakeStore store = new FakeStore("one", redis);
    private Optional<Target> target = Optional.empty();
    private boolean historyAway;
    private final FakeMembership membership = new FakeMembership();
    private int burst = 20;
    private final Acceptor one = node(store);
    private final Acceptor other = node(new FakeStore("other", redis));

    private Acceptor node(FakeStore store) {
        Checks checks = new Checks(membership, (conversation, position) -> history(target));
        SendRate rate = new SendRate(5, burst, time);
        return new Acceptor(
                new Window(100),
                new Acceptor.Ports(
                        new FakeWindow(store),
                        new Rates(rate, rate),
                        checks,
                        log,
                        (key, past) -> history(holder(key)),
                        fanout,
                        new Aftermath(new RecentTargets((conversation, position) -> history(target)), List.of()),
                        new NoTally(),
                        100));
    }

    private Holder holder(MessageKey key) {
        Event.Identified first =
                log.holder(key.userId(), key.conversation(), key.id()).orElseThrow();
        return new Holder(first.position(), first instanceof Event.Voided ? "voided" : "message", first.at());
    }

    private <T> CompletionStage<T> history(T answer) {
        return historyAway
                ? CompletableFuture.failedFuture(new IllegalStateException("away"))
                : CompletableFuture.completedFuture(answer);
    }

    private static CompletableFuture<Answer> submit(Acceptor node, ClientFrame.Numbered frame) {
        return node.submit(new Sender(WREN, "socket"), frame).toCompletableFuture();
    }

    private static long position(CompletableFuture<Answer> answer) {
        return assertInstanceOf(Answer.Accepted.class, answer.join()).frame().position();
    }

    private static RejectCode code(CompletableFuture<Answer> answer) {
        return assertInstanceOf(Answer.Rejected.class, answer.join()).frame().code();
    }

    @Test
    void aFirstMessageIsAppendedDeliveredAndAccepted() {
        assertEquals(0, position(submit(one, People.send(People.newId()))));

        assertEquals(log.events, fanout.delivered);
    }

    @Test
    void resentMessageGetsTheFirstAnswerWithoutAnotherRecord() {
        String id = People.newId();
        submit(one, People.send(id));

        assertEquals(0, position(submit(one, People.again(id))));
        assertEquals(0, position(submit(other, People.again(id))));
        assertEquals(1, log.events.size());
    }

    @Test
    void theSameIdAgainWhileUnderWayWaitsForTheOneAnswer() {
        String id = People.newId();
        log.holdsAppends = true;
        CompletableFuture<Answer> first = submit(one, People.send(id));
        CompletableFuture<Answer> second = submit(one, People.again(id));

        log.arriveOne();

        assertEquals(position(first), position(second));
        assertEquals(1, log.events.size());
    }

    @Test
    void anUnknownOutcomeIsSilenceAndTheRepeatIsOne() {
        String id = People.newId();
        log.losesAnswers = true;
        assertInstanceOf(Answer.Unknown.class, submit(one, People.send(id)).join());
        log.losesAnswers = false;

        assertEquals(0, position(submit(one, People.again(id))));

        assertEquals(2, log.events.size());
        assertEquals(List.of(), fanout.delivered);
        assertEquals(List.of(1L), fanout.nudged);
    }

    @Test
    void aRepeatThatOvertookItsFirstAttemptHoldsTheId() {
        String id = People.newId();
        log.holdsAppends = true;
        CompletableFuture<Answer> first = submit(one, People.send(id));
        log.holdsAppends = false;

        CompletableFuture<Answer> second = submit(other, People.again(id));
        log.arriveOne();

        assertEquals(0, position(second));
        assertEquals(0, position(first));
        assertEquals(1, fanout.delivered.size());
    }

    @Test
    void whoForgetsToSayAgainOnAnotherNodeIsCaughtByTheMark() {
        String id = People.newId();
        log.losesAnswers = true;
        submit(one, People.send(id));
        log.losesAnswers = false;

        assertEquals(0, position(submit(other, People.send(id))));
        assertEquals(List.of(), fanout.delivered);
    }

    @Test
    void withoutRedisHistoryDecides() {
        store.away = true;

        assertEquals(0, position(submit(one, People.send(People.newId()))));
        assertEquals(1, fanout.delivered.size());

        historyAway = true;
        assertInstanceOf(
                Answer.Unknown.class, submit(one, People.send(People.newId())).join());
        assertEquals(1, fanout.delivered.size());
    }

    @Test
    void whatIsRejectedWasNotHandedOver() {
        membership.standing = new Standing.Stranger();
        assertEquals(RejectCode.NOT_MEMBER, code(submit(one, People.send(People.newId()))));
        assertEquals(RejectCode.NOT_MEMBER, code(submit(one, People.again(People.newId()))));
        membership.standing = new Standing.Member(FakeMembership.BOTH);
        log.open = false;
        assertEquals(RejectCode.UNAVAILABLE, code(submit(one, People.send(People.newId()))));
        log.open = true;
        assertEquals(RejectCode.NOT_FOUND, code(submit(one, edit(People.newId(), null))));
        historyAway = true;
        assertEquals(RejectCode.UNAVAILABLE, code(submit(one, edit(People.newId(), null))));

        assertEquals(List.of(), log.events);
    }

    @Test
    void aRepeatThatCannotBeJudgedIsLeftOpen() {
        log.open = false;
        assertInstanceOf(
                Answer.Unknown.class, submit(one, People.again(People.newId())).join());
        log.open = true;
        historyAway = true;
        assertInstanceOf(
                Answer.Unknown.class, submit(one, edit(People.newId(), true)).join());
    }

    @Test
    void aRejectedIdMayBeTriedAgain() {
        String id = People.newId();
        log.open = false;
        submit(one, People.send(id));
        log.open = true;

        assertEquals(0, position(submit(one, People.send(id))));
        assertEquals(1, fanout.delivered.size());
    }

    @Test
    void aRepeatRefusedNowIsVoidedUnlessAnEarlierAttemptStands() {
        String neverArrived = People.newId();
        assertEquals(RejectCode.NOT_FOUND, code(submit(one, edit(neverArrived, true))));
        assertInstanceOf(Event.Voided.class, log.events.getFirst());

        target = Optional.of(new Target(DM, 5, WREN, "id", "message", false));
        assertEquals(RejectCode.FORBIDDEN, code(submit(one, edit(neverArrived, true))));

        String arrived = People.newId();
        log.losesAnswers = true;
        submit(one, edit(arrived, null));
        log.losesAnswers = false;
        target = Optional.empty();
        assertEquals(2, position(submit(one, edit(arrived, true))));
    }

    @Test
    void onlyOnesOwnMessageIsEdited() {
        target = Optional.of(new Target(DM, 5, MOSS, "id", "message", false));

        assertEquals(RejectCode.FORBIDDEN, code(submit(one, edit(People.newId(), null))));
    }

    @Test
    void fastSendersAreToldWhenToComeBack() {
        for (int i = 0; i < burst; i++) {
            assertTrue(position(submit(one, People.send(People.newId()))) >= 0);
        }

        CompletableFuture<Answer> refused = submit(one, People.send(People.newId()));

        assertEquals(RejectCode.RATE, code(refused));
        Long wait = ((Answer.Rejected) refused.join()).frame().retryAfterMillis();
        assertTrue(wait != null && wait > 0 && wait <= 200);
        time.advance(200);
        assertFalse(submit(one, People.send(People.newId())).join() instanceof Answer.Rejected);
    }

    @Test
    void mentionsOfStrangersAreDropped() {
        submit(
                one,
                new ClientFrame.Send(
                        People.newId(), DM, "hi", null, null, List.of(MOSS, People.somebody()), null, null));

        assertEquals(List.of(MOSS), ((Event.Message) log.events.getFirst()).mentions());
    }

    private static ClientFrame.Edit edit(String id, @org.jspecify.annotations.Nullable Boolean again) {
        return new ClientFrame.Edit(id, DM, 5, "better", null, again);
    }
}
