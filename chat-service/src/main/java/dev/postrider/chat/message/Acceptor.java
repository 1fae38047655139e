package dev.postrider.chat.message;

import dev.postrider.chat.channel.Audience;
import dev.postrider.chat.channel.Fanout;
import dev.postrider.chat.journal.Journal;
import dev.postrider.chat.limit.Rates;
import dev.postrider.chat.message.Checks.Outcome;
import dev.postrider.chat.message.SharedWindow.Seen;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.internal.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * From a frame of good shape to its answer. Pure: all that is outside comes through ports, nothing blocks.
 *
 * <pre>
 *   window ──known──────────────────────────────────────────► the first attempt's answer
 *     │ new
 *   repeat? ──no──► rate, journal, checks ──refused──► rejected (nothing was handed over)
 *     │                     │ passed
 *     │              mark │ append ──unknown──► silence
 *     │                     │
 *     │                   claim ──alone──► deliver ──► accepted
 *     │ yes                 │ contested, or Redis away
 *     ▼                     ▼
 *   contest ──answered before──► that answer
 *     │
 *   append as itself or as void ──► history names the holder ──► deliver or nudge ──► accepted, rejected
 * </pre>
 *
 * <p>G4: everything that says {@code rejected} comes before the hand-over to the journal, or after history has named a
 * void. A repeat that cannot be judged now is left without an answer: its earlier attempt may still appear.
 *
 * <ul>
 *   <li>At most {@code underWayMax} frames are between hand-over and answer: beyond that new ones are unavailable.
 * </ul>
 */
public final class Acceptor {
    private final Ports ports;
    private final Window window;
    private final Checks checks;
    private final AtomicInteger underWay = new AtomicInteger();

    /** What the acceptor needs of the outside. */
    public record Ports(
            SharedWindow shared,
            Rates rates,
            Checks checks,
            Journal journal,
            Holders holders,
            Fanout fanout,
            Aftermath aftermath,
            Tally tally,
            int underWayMax) {}

    public Acceptor(Window window, Ports ports) {
        this.window = window;
        this.ports = ports;
        this.checks = ports.checks();
    }

    /** Never completes exceptionally. */
    public CompletionStage<Answer> submit(Sender sender, ClientFrame.Numbered frame) {
        MessageKey key = MessageKey.of(sender.userId(), frame);
        CompletableFuture<Answer> mine = new CompletableFuture<>();
        CompletableFuture<Answer> earlier = window.join(key, mine).orElse(null);
        if (earlier != null) {
            ports.tally().known();
            return earlier.thenApply(Acceptor::asRepeat);
        }
        underWay.incrementAndGet();
        attempt(new Attempt(sender, frame, key))
                .exceptionally(broken -> new Answer.Unknown())
                .thenAccept(answer -> {
                    underWay.decrementAndGet();
                    ended(key, mine, answer);
                });
        return mine;
    }

    /** Frames between their arrival and their answer. */
    public int underWay() {
        return underWay.get();
    }

    private void ended(MessageKey key, CompletableFuture<Answer> mine, Answer answer) {
        if (answer instanceof Answer.Accepted accepted) {
            ports.shared()
                    .keep(key, accepted.frame().position(), accepted.frame().at());
        }
        window.ended(key, mine, answer);
        ports.tally().answered(answer);
        mine.complete(answer);
    }

    private record Attempt(Sender sender, ClientFrame.Numbered frame, MessageKey key) {
        String user() {
            return sender.userId();
        }

        Answer rejected(RejectCode code, String detail, @Nullable Long retryAfterMillis) {
            return Answer.rejected(frame.id(), Events.typeOf(frame), code, detail, retryAfterMillis);
        }

        Answer notMember() {
            return rejected(RejectCode.NOT_MEMBER, Checks.NOT_MEMBER, null);
        }
    }

    private CompletionStage<Answer> attempt(Attempt attempt) {
        if (!attempt.frame().repeated()) {
            return judged(attempt);
        }
        return ports.shared()
                .contest(attempt.key())
                .exceptionally(away -> new Seen.Nothing())
                .thenCompose(seen -> seen instanceof Seen.Answered answered
                        ? done(accepted(attempt, answered.position(), answered.at(), true))
                        : judged(attempt));
    }

    private CompletionStage<Answer> judged(Attempt attempt) {
        boolean repeated = attempt.frame().repeated();
        long wait = ports.rates().take(attempt.user(), attempt.key().conversation());
        if (wait > 0) {
            return done(repeated ? new Answer.Unknown() : attempt.rejected(RejectCode.RATE, "too fast", wait));
        }
        if (!ports.journal().open() || underWay.get() >= ports.underWayMax()) {
            return done(repeated ? new Answer.Unknown() : unavailable(attempt));
        }
        return checks.of(attempt.user(), attempt.frame())
                .thenCompose(outcome -> repeated ? appendRepeat(attempt, outcome) : first(attempt, outcome));
    }

    private CompletionStage<Answer> first(Attempt attempt, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed passed -> appendFirst(attempt, passed.members());
            case Outcome.Undecided undecided -> done(unavailable(attempt));
            case Outcome.TooSoon soon -> done(attempt.rejected(RejectCode.RATE, "slow mode", soon.waitMillis()));
            case Outcome.Stranger stranger -> done(attempt.notMember());
            case Outcome.Refused refused ->
                ports.shared()
                        .look(attempt.key())
                        .exceptionally(away -> new Seen.Touched())
                        .thenCompose(seen -> refusedFirst(attempt, refused, seen));
        };
    }

    /** Refused, but an earlier attempt may stand in the log: then only the log can tell. */
    private CompletionStage<Answer> refusedFirst(Attempt attempt, Outcome.Refused refused, Seen seen) {
        return switch (seen) {
            case Seen.Nothing nothing -> done(attempt.rejected(refused.code(), refused.detail(), null));
            case Seen.Touched touched -> appendRepeat(attempt, refused);
            case Seen.Answered answered -> done(accepted(attempt, answered.position(), answered.at(), true));
        };
    }

    private CompletionStage<Answer> appendFirst(Attempt attempt, Set<String> members) {
        CompletionStage<Boolean> marked = ports.shared().mark(attempt.key());
        return append(attempt, Events.of(attempt.user(), attempt.frame(), members))
                .thenCompose(event -> marked.thenCompose(first ->
                                first ? ports.shared().claim(attempt.key()) : CompletableFuture.completedFuture(false))
                        .exceptionally(away -> false)
                        .thenCompose(alone -> alone ? deliver(attempt, event) : askHistory(attempt, event, null)));
    }

    private CompletionStage<Event> append(Attempt attempt, Event event) {
        return ports.journal().append(event, attempt.sender().step());
    }

    private CompletionStage<Answer> appendRepeat(Attempt attempt, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Undecided undecided -> done(new Answer.Unknown());
            case Outcome.TooSoon soon -> done(new Answer.Unknown());
            case Outcome.Stranger stranger -> done(attempt.notMember());
            case Outcome.Passed passed ->
                append(attempt, Events.of(attempt.user(), attempt.frame(), passed.members()))
                        .thenCompose(event -> askHistory(attempt, event, null));
            case Outcome.Refused refused ->
                append(attempt, Events.voided(attempt.user(), attempt.frame()))
                        .thenCompose(event -> askHistory(attempt, event, refused));
        };
    }

    /** The lowest record holds the id: this one, an earlier attempt, or a void. */
    private CompletionStage<Answer> askHistory(Attempt attempt, Event event, Outcome.@Nullable Refused refused) {
        ports.tally().asked();
        return ports.holders().of(attempt.key(), event.position()).thenCompose(holder -> {
            if (holder.type().equals("voided")) {
                return givenUp(attempt, event, holder, refused);
            }
            return holder.position() == event.position() ? deliver(attempt, event) : nudge(attempt, event, holder);
        });
    }

    private CompletionStage<Answer> deliver(Attempt attempt, Event event) {
        return ports.fanout()
                .deliver(
                        event,
                        checks.members(event),
                        attempt.sender().socket(),
                        attempt.sender().arrival())
                .thenApply(delivered -> {
                    ports.aftermath().accepted(event);
                    return accepted(attempt, event.position(), event.at(), false);
                });
    }

    /**
     * An earlier attempt holds the id, and may have other content than this frame: only the log knows it. So its
     * recipients are asked to sync up to this record, which lies behind it.
     */
    private CompletionStage<Answer> nudge(Attempt attempt, Event event, Holder holder) {
        return ports.fanout()
                .nudge(checks.members(event), event.conversation(), event.position())
                .thenApply(nudged -> accepted(attempt, holder.position(), holder.at(), true));
    }

    private CompletionStage<Answer> givenUp(
            Attempt attempt, Event event, Holder holder, Outcome.@Nullable Refused refused) {
        Answer answer = refused == null
                ? attempt.rejected(RejectCode.FORBIDDEN, "this id was given up", null)
                : attempt.rejected(refused.code(), refused.detail(), null);
        return holder.position() == event.position()
                ? ports.fanout()
                        .deliver(event, Audience.of(List.of(attempt.user())), null)
                        .thenApply(told -> answer)
                : done(answer);
    }

    private static Answer accepted(Attempt attempt, long position, Instant at, boolean repeated) {
        ClientFrame.Numbered frame = attempt.frame();
        return new Answer.Accepted(new ServerFrame.Accepted(frame.id(), frame.conversation(), position, at), repeated);
    }

    private static Answer unavailable(Attempt attempt) {
        return attempt.rejected(RejectCode.UNAVAILABLE, "a part is away; nothing was done", 1_000L);
    }

    private static Answer asRepeat(Answer first) {
        return first instanceof Answer.Accepted accepted ? new Answer.Accepted(accepted.frame(), true) : first;
    }

    private static CompletionStage<Answer> done(Answer answer) {
        return CompletableFuture.completedFuture(answer);
    }
}
