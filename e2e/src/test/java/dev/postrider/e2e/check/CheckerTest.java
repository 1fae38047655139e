package dev.postrider.e2e.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.e2e.check.Evidence.Calm;
import dev.postrider.e2e.check.Evidence.Row;
import dev.postrider.e2e.check.Evidence.UnreadClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each broken promise, shown by a log made by hand, and one run in which all of them are kept. */
class CheckerTest {
    private static final String TALK = "dm:wren:moss";
    private static final Post ONE = new Post(TALK, 10, "id-1", "wren", "first");
    private static final Post TWO = new Post(TALK, 11, "id-2", "wren", "second");

    /** A run of two messages, to be spoilt. */
    private static final class Run {
        final List<Note> wren = new ArrayList<>(List.of(
                new Note.CaughtUp(0, 1),
                sent(100, ONE, false),
                sent(101, TWO, false),
                new Note.Accepted(110, "id-1", TALK, 10),
                new Note.Accepted(111, "id-2", TALK, 11)));
        final List<Note> moss = new ArrayList<>(
                List.of(new Note.CaughtUp(0, 1), new Note.Heard(112, ONE, 1), new Note.Heard(113, TWO, 1)));
        final List<Note> finch = new ArrayList<>(List.of(new Note.CaughtUp(0, 1)));
        final List<Post> history = new ArrayList<>(List.of(ONE, TWO));
        final List<Row> rows = new ArrayList<>(List.of(new Row(ONE, true), new Row(TWO, true)));
        final List<Post> log = new ArrayList<>(List.of(ONE, TWO));
        final List<UnreadClaim> unread =
                new ArrayList<>(List.of(new UnreadClaim("moss", TALK, 10, 1), new UnreadClaim("wren", TALK, -1, 0)));

        boolean wrenLeft;

        Verdict verdict() {
            return Checker.judge(evidence());
        }

        Evidence evidence() {
            return new Evidence(
                    List.of(
                            new ClientLog("wren", "device 1", wrenLeft, wren),
                            new ClientLog("moss", "device 1", moss),
                            new ClientLog("finch", "device 1", finch)),
                    Map.of(TALK, Set.of("wren", "moss")),
                    history,
                    rows,
                    log,
                    unread,
                    List.of(new Calm(0, 1_000_000)));
        }
    }

    private static Note.Sent sent(long at, Post post, boolean again) {
        return new Note.Sent(at, post.id(), post.conversation(), post.body(), again, 1);
    }

    private static Post at(Post post, long position) {
        return new Post(post.conversation(), position, post.id(), post.from(), post.body());
    }

    private static Post saying(Post post, String body) {
        return new Post(post.conversation(), post.position(), post.id(), post.from(), body);
    }

    private static void caught(Class<? extends Violation> kind, Consumer<Run> spoil) {
        Run run = new Run();
        spoil.accept(run);
        Verdict verdict = run.verdict();
        assertTrue(verdict.has(kind), () -> "no " + kind.getSimpleName() + " in " + verdict.message());
    }

    @Test
    void soundRunHasNoViolation() {
        Verdict verdict = new Run().verdict();

        assertTrue(verdict.sound(), verdict::message);
        assertEquals(new Tally(2, 0, 0, 0, 0, 0, 0), verdict.tally());
    }

    @Test
    void repeatsCopiesAndLateAnswersAreSound() {
        Run run = new Run();
        run.wren.removeIf(
                note -> note instanceof Note.Accepted answer && answer.id().equals("id-2"));
        run.wren.add(sent(20_000, TWO, true));
        run.wren.add(new Note.Accepted(20_010, "id-2", TALK, 11));
        run.log.add(at(TWO, 15));
        run.moss.add(new Note.Heard(20_011, at(TWO, 15), 1));
        run.moss.add(new Note.Synced(20_012, ONE));

        Verdict verdict = run.verdict();

        assertTrue(verdict.sound(), verdict::message);
        assertEquals(new Tally(2, 0, 1, 0, 0, 0, 1), verdict.tally());
    }

    @Test
    void lateFrameOfADeviceThatWasAwayIsSound() {
        Run run = new Run();
        run.moss.removeIf(note -> note instanceof Note.Heard);
        run.moss.add(new Note.Cut(90, 1));
        run.moss.add(new Note.Synced(9_000, ONE));
        run.moss.add(new Note.Synced(9_000, TWO));
        run.moss.add(new Note.CaughtUp(9_001, 2));

        assertTrue(run.verdict().sound(), () -> run.verdict().message());
    }

    @Test
    void acceptedButNeverShownIsLost() {
        caught(Violation.Lost.class, run -> run.moss.removeIf(note -> note instanceof Note.Heard h && h.post() == TWO));
    }

    @Test
    void broughtOnlyByCatchUpWhileNothingWasDisturbedIsNotLive() {
        caught(Violation.NotLive.class, run -> {
            run.moss.removeIf(note -> note instanceof Note.Heard h && h.post() == TWO);
            run.moss.add(new Note.Synced(400_000, TWO));
        });
    }

    @Test
    void storedWithoutAnAnswerAndNeverShownIsMissed() {
        caught(Violation.Missed.class, run -> {
            run.wren.removeIf(note -> note instanceof Note.Accepted a && a.id().equals("id-2"));
            run.moss.removeIf(
                    note -> note instanceof Note.Heard heard && heard.post().equals(TWO));
            run.wrenLeft = true;
        });
    }

    @Test
    void whoLeftForGoodNeedNoAnswerAndSeesNoMore() {
        Run run = new Run();
        run.wren.removeIf(note -> note instanceof Note.Accepted a && a.id().equals("id-2"));
        run.wren.add(new Note.Cut(115, 1));
        run.wrenLeft = true;

        assertTrue(run.verdict().sound(), () -> run.verdict().message());
    }

    @Test
    void whatACatchUpBroughtIsCounted() {
        Run run = new Run();
        run.moss.set(2, new Note.Synced(113, TWO));
        run.wren.add(new Note.Synced(114, ONE));

        assertEquals(1, run.evidence().broughtByCatchUp());
    }

    @Test
    void whatCameLiveALittleLaterDoesNotCountAsBroughtByACatchUp() {
        Run run = new Run();
        run.moss.set(2, new Note.Synced(113, TWO));
        run.moss.add(new Note.Heard(300, TWO, 1));
        assertEquals(0, run.evidence().broughtByCatchUp());

        run.moss.set(run.moss.size() - 1, new Note.Heard(1_200, TWO, 1));
        assertEquals(1, run.evidence().broughtByCatchUp());
    }

    @Test
    void acceptedWithoutARecordIsNotDurable() {
        caught(Violation.NotInLog.class, run -> run.log.remove(TWO));
    }

    @Test
    void acceptedWithoutARowIsNotStored() {
        caught(Violation.NotStored.class, run -> run.rows.remove(1));
    }

    @Test
    void rowThatNoPageShowsIsNotStored() {
        caught(Violation.NotStored.class, run -> run.history.remove(TWO));
    }

    @Test
    void deliveredButUnknownToHistoryIsNotStored() {
        Post ghost = new Post(TALK, 12, "id-3", "wren", "third");
        caught(Violation.NotStored.class, run -> {
            run.wren.add(sent(200, ghost, false));
            run.moss.add(new Note.Heard(201, ghost, 1));
        });
    }

    @Test
    void twoRowsOfOneIdAreDoubled() {
        caught(Violation.Doubled.class, run -> run.rows.add(new Row(at(TWO, 12), true)));
    }

    @Test
    void oneIdInTwoBubblesIsDoubled() {
        Post foreign = new Post(TALK, 12, "id-2", "moss", "second");
        caught(Violation.Doubled.class, run -> run.moss.add(new Note.Heard(200, foreign, 1)));
    }

    @Test
    void shownElsewhereThanStoredHasTwoPositions() {
        caught(Violation.TwoPositions.class, run -> run.moss.add(new Note.Heard(200, at(TWO, 5), 1)));
    }

    @Test
    void positionThatHoldsTwoMessagesIsSeen() {
        caught(Violation.TwoMessages.class, run -> run.history.set(1, at(TWO, 10)));
    }

    @Test
    void sentFirstAndStandingSecondIsReordered() {
        caught(Violation.Reordered.class, run -> {
            run.wren.replaceAll(note -> switch (note) {
                case Note.Accepted a -> new Note.Accepted(a.at(), a.id(), TALK, a.id().equals("id-1") ? 11 : 10);
                default -> note;
            });
        });
    }

    @Test
    void otherTextThanSentIsCorrupted() {
        caught(Violation.Corrupted.class, run -> run.moss.add(new Note.Synced(200, saying(TWO, "sec\u00f8nd"))));
        caught(Violation.Corrupted.class, run -> run.rows.set(0, new Row(saying(ONE, "fir\u00dft"), true)));
    }

    @Test
    void messageThatNobodySentIsInvented() {
        caught(Violation.Invented.class, run -> run.history.add(new Post(TALK, 12, "id-9", "wren", "hm")));
    }

    @Test
    void rejectedAndShownIsSeen() {
        caught(Violation.SeenThoughRejected.class, run -> {
            run.wren.removeIf(note -> note instanceof Note.Accepted a && a.id().equals("id-2"));
            run.wren.add(new Note.Rejected(120, "id-2", "rate"));
        });
    }

    @Test
    void rejectedWhenSentAgainAfterItWasAcceptedIsSeen() {
        caught(Violation.SeenThoughRejected.class, run -> {
            run.wren.add(sent(20_000, ONE, true));
            run.wren.add(new Note.Rejected(20_010, "id-1", "unavailable"));
        });
    }

    @Test
    void repeatOfWhatHadAnAnswerIsNotUnknown() {
        Run run = new Run();
        run.wren.add(sent(20_000, ONE, true));
        run.wren.add(new Note.Accepted(20_010, "id-1", TALK, 10));

        Verdict verdict = run.verdict();

        assertTrue(verdict.sound(), verdict::message);
        assertEquals(new Tally(2, 0, 0, 0, 0, 0, 0), verdict.tally());
    }

    @Test
    void rejectedThenTriedAgainAndAcceptedIsSound() {
        Run run = new Run();
        run.wren.add(1, sent(90, ONE, false));
        run.wren.add(2, new Note.Rejected(95, "id-1", "rate"));

        assertTrue(run.verdict().sound(), () -> run.verdict().message());
    }

    @Test
    void twoAcceptancesOfOneIdAreTwoAnswers() {
        caught(Violation.TwoAnswers.class, run -> run.wren.add(new Note.Accepted(130, "id-2", TALK, 12)));
    }

    @Test
    void noAnswerAtAllIsUnanswered() {
        Post silent = new Post(TALK, -1, "id-3", "wren", "third");
        caught(Violation.Unanswered.class, run -> run.wren.add(sent(200, silent, false)));
    }

    @Test
    void shownToAStrangerIsLeaked() {
        caught(Violation.Leaked.class, run -> run.finch.add(new Note.Heard(112, ONE, 1)));
    }

    @Test
    void otherCountThanTheDefinitionGivesIsWrong() {
        caught(Violation.WrongUnread.class, run -> run.unread.set(0, new UnreadClaim("moss", TALK, 10, 2)));
    }
}
