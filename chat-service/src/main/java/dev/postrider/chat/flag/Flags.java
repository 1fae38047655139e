package dev.postrider.chat.flag;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.chat.channel.Fanout;
import dev.postrider.chat.database.DatabaseAway;
import dev.postrider.chat.journal.KafkaJournal;
import dev.postrider.chat.message.RecentTargets;
import dev.postrider.chat.room.Membership;
import dev.postrider.chat.room.Roster;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.internal.Target;
import dev.postrider.contracts.internal.Texts;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.rule.MessageIds;
import dev.postrider.contracts.rule.Ulids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Flags: whoever may read a message may flag it, once. Administrators see what it says, which nobody else outside of the
 * conversation does, and keep it or have it deleted for everybody.
 */
@ApplicationScoped
public class Flags {
    private static final Duration APPENDED_WITHIN = Duration.ofSeconds(5);

    private final SqlFlags flags;
    private final PeerTexts texts;
    private final Membership membership;
    private final RecentTargets targets;
    private final KafkaJournal journal;
    private final Fanout fanout;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Flags(
            SqlFlags flags,
            PeerTexts texts,
            Membership membership,
            RecentTargets targets,
            KafkaJournal journal,
            Fanout fanout,
            Clock clock) {
        this.flags = flags;
        this.texts = texts;
        this.membership = membership;
        this.targets = targets;
        this.journal = journal;
        this.fanout = fanout;
        this.clock = clock;
    }

    /**
     * A flag as administrators see it.
     *
     * @param text what the message says now; null where it is deleted
     */
    public record Shown(Flag flag, Texts.@Nullable Text text) {}

    /** @param next where the next stretch begins; null where this is the last */
    public record Stretch(List<Shown> flags, @Nullable String next) {}

    /** The flag, or the one that the caller set before; 404 for what they may not read. */
    public Uni<Flag> put(String conversation, long position, String caller, String reason) {
        return readable(conversation, position, caller)
                .chain(() -> DatabaseAway.unavailableIn(flags.put(
                        Ulids.next(clock.millis(), random), conversation, position, caller, reason, clock.millis())));
    }

    /** The newest first. */
    public Uni<Stretch> list(Flag.@Nullable State state, String before, int limit) {
        return DatabaseAway.unavailableIn(flags.list(state, before, limit + 1)).chain(found -> {
            List<Flag> shown = found.subList(0, Math.min(limit, found.size()));
            String next = found.size() > limit ? shown.getLast().id() : null;
            return shown(shown).map(all -> new Stretch(all, next));
        });
    }

    /** What is removed is deleted for everybody first; the same decision again is safe. */
    public Uni<Shown> decide(String id, String administrator, Flag.State state) {
        return DatabaseAway.unavailableIn(flags.find(id))
                .map(found -> found.orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND)))
                .call(flag -> state == Flag.State.removed
                        ? removed(flag, administrator)
                        : Uni.createFrom().voidItem())
                .map(flag -> flag.decided(state, administrator, now()))
                .call(flag -> DatabaseAway.unavailableIn(flags.decide(flag)))
                .chain(flag -> shown(List.of(flag)))
                .map(List::getFirst);
    }

    private Uni<List<Shown>> shown(List<Flag> some) {
        List<Texts.Place> places = some.stream()
                .map(one -> new Texts.Place(one.conversation(), one.position()))
                .distinct()
                .toList();
        return texts.of(places).map(found -> {
            Map<Texts.Place, Texts.Text> byPlace = found.stream()
                    .collect(Collectors.toMap(
                            one -> new Texts.Place(one.conversation(), one.position()), Function.identity()));
            return some.stream()
                    .map(one -> new Shown(one, byPlace.get(new Texts.Place(one.conversation(), one.position()))))
                    .toList();
        });
    }

    private Uni<Void> readable(String conversation, long position, String caller) {
        return Uni.createFrom()
                .completionStage(() -> membership.of(caller, conversation))
                .map(standing -> standing instanceof Membership.Standing.Member member
                        && sees(member.roster(), caller, position))
                .chain(sees -> sees
                        ? Uni.createFrom().completionStage(() -> targets.find(conversation, position))
                        : Uni.createFrom().item(Optional.<Target>empty()))
                .map(found -> found.filter(target -> target.type().equals("message") && !target.deleted())
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND)))
                .onFailure(failure -> !(failure instanceof ProblemException))
                .transform(away -> ProblemException.of(ProblemCode.UNAVAILABLE))
                .replaceWithVoid();
    }

    private static boolean sees(Roster roster, String user, long position) {
        return !(roster instanceof Roster.OfRoom room)
                || room.settings().history() == Settings.Visible.all
                || position >= room.since(user);
    }

    /** By an event of the administrator's, which history takes from nobody else who is no member. */
    private Uni<Void> removed(Flag flag, String administrator) {
        if (ConversationId.parse(flag.conversation()).orElse(null) instanceof ConversationId.Direct direct
                && direct.has(administrator)) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN, "Another administrator must decide: you are one of the two.");
        }
        Event deletion = new Event.Deleted(
                flag.conversation(),
                Event.UNSTAMPED,
                MessageIds.next(clock.millis(), random),
                flag.position(),
                administrator,
                Instant.EPOCH);
        return Uni.createFrom()
                .completionStage(() -> journal.append(deletion))
                .ifNoItem()
                .after(APPENDED_WITHIN)
                .fail()
                .onFailure()
                .transform(unknown -> ProblemException.of(ProblemCode.UNKNOWN))
                .invoke(event ->
                        fanout.deliver(event, membership.members(event.conversation(), event.position()), null))
                .replaceWithVoid();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
