package dev.postrider.chat.message;

import static dev.postrider.chat.fake.People.DM;
import static dev.postrider.chat.fake.People.WREN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.chat.fake.FakeTime;
import dev.postrider.chat.fake.People;
import dev.postrider.contracts.internal.Holder;
import dev.postrider.contracts.internal.HolderAnswers;
import dev.postrider.contracts.internal.HolderQueries;
import dev.postrider.contracts.internal.Internal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeerHoldersTest {
    private final FakeTime time = new FakeTime();
    private final List<Call> calls = new ArrayList<>();
    private final PeerHolders holders = new PeerHolders(this::called, time, time);

    private record Call(HolderQueries asked, CompletableFuture<HolderAnswers> answer) {
        void answer(Function<Long, HolderAnswers.Answer> each) {
            answer.complete(new HolderAnswers(asked.queries().stream()
                    .map(query -> each.apply(query.past()))
                    .toList()));
        }
    }

    private CompletableFuture<HolderAnswers> called(HolderQueries asked) {
        Call call = new Call(asked, new CompletableFuture<>());
        calls.add(call);
        return call.answer();
    }

    private List<CompletableFuture<Holder>> ask(int count) {
        return IntStream.range(0, count)
                .mapToObj(past -> holders.of(new MessageKey(WREN, DM, People.newId()), past)
                        .toCompletableFuture())
                .toList();
    }

    private static HolderAnswers.Answer itself(long past) {
        return new HolderAnswers.Answer(true, new Holder(past, "message", Instant.EPOCH));
    }

    @Test
    void whoAsksWhileCallsAreUnderWayGoesTogetherWithTheNext() {
        List<CompletableFuture<Holder>> asked = ask(500);

        assertEquals(4, calls.size());
        for (int i = 0; i < calls.size(); i++) {
            calls.get(i).answer(PeerHoldersTest::itself);
        }

        assertEquals(4 + 3, calls.size());
        assertTrue(calls.stream().allMatch(call -> call.asked().queries().size() <= Internal.HOLDERS_MAX));
        for (int i = 0; i < asked.size(); i++) {
            assertEquals(i, asked.get(i).join().position());
        }
    }

    @Test
    void whatHistoryHasNotReadYetIsAskedAgain() {
        CompletableFuture<Holder> asked = ask(1).getFirst();

        calls.getFirst().answer(past -> HolderAnswers.Answer.UNREAD);
        assertFalse(asked.isDone());
        calls.getLast().answer(PeerHoldersTest::itself);

        assertEquals(0, asked.join().position());
    }

    @Test
    void aHistoryThatStaysBehindIsAskedLessAndLessOften() {
        CompletableFuture<Holder> asked = ask(1).getFirst();
        List<Long> askedAt = new ArrayList<>();

        for (long at = 0; at < 5_000; at += 50) {
            if (!calls.getLast().answer().isDone()) {
                askedAt.add(at);
                calls.getLast().answer(past -> HolderAnswers.Answer.UNREAD);
            }
            time.advance(50);
        }
        time.advance(1_000);
        calls.getLast().answer(PeerHoldersTest::itself);

        assertEquals(List.of(0L, 50L, 300L, 800L, 1_550L, 2_550L, 3_550L, 4_550L), askedAt);
        assertTrue(asked.isDone());
    }

    @Test
    void othersAreAskedForWhileSomeArePaused() {
        CompletableFuture<Holder> behind = ask(1).getFirst();
        calls.getLast().answer(past -> HolderAnswers.Answer.UNREAD);
        calls.getLast().answer(past -> HolderAnswers.Answer.UNREAD);

        CompletableFuture<Holder> other = ask(1).getFirst();
        calls.getLast().answer(PeerHoldersTest::itself);

        assertTrue(other.isDone());
        assertFalse(behind.isDone());
    }

    @Test
    void whileHistoryIsAwayItIsAskedAgainAfterAPauseAndGivenUpInTheEnd() {
        CompletableFuture<Holder> asked = ask(1).getFirst();

        calls.getFirst().answer().completeExceptionally(new IllegalStateException("away"));
        assertEquals(1, calls.size());
        time.advance(250);
        assertEquals(2, calls.size());
        time.advance(30_000);
        calls.getLast().answer(past -> HolderAnswers.Answer.UNREAD);

        assertTrue(asked.isCompletedExceptionally());
        assertEquals(2, calls.size());
    }

    @Test
    void anAnswerToOtherQuestionsIsNone() {
        CompletableFuture<Holder> asked = ask(1).getFirst();

        calls.getFirst().answer().complete(new HolderAnswers(List.of()));
        time.advance(250);
        calls.getLast().answer(PeerHoldersTest::itself);

        assertEquals(0, asked.join().position());
    }
}
