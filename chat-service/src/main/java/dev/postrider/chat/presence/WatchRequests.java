package dev.postrider.chat.presence;

import dev.postrider.chat.room.Membership.Standing;
import dev.postrider.chat.session.Outgoing;
import dev.postrider.chat.session.Session;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rule.ConversationId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What sockets ask to watch, taken up one after the other for each: who may, and between whom there is a block, is asked
 * first. Of what one socket asks meanwhile the newest of each list counts. A room that is not the asker's refuses the
 * whole frame. Thread-safe; never blocks.
 */
@ApplicationScoped
class WatchRequests {
    private static final long RETRY_MILLIS = 5_000;
    private static final Asked NOTHING = new Asked(null, null);

    private final PresenceLoop loop;
    private final Company company;
    private final Map<String, Asked> waiting = new HashMap<>();

    /** Lists as in the frame; null where one stays as it is. */
    record Asked(
            @Nullable Collection<String> users, @Nullable Collection<String> rooms) {
        Asked and(Asked later) {
            return new Asked(later.users == null ? users : later.users, later.rooms == null ? rooms : later.rooms);
        }
    }

    WatchRequests(PresenceLoop loop, Company company) {
        this.loop = loop;
        this.company = company;
    }

    void ask(Session session, ClientFrame.Watch frame) {
        Asked asked = new Asked(frame.users(), frame.rooms());
        synchronized (waiting) {
            Asked before = waiting.get(session.id());
            waiting.put(session.id(), before == null ? NOTHING : before.and(asked));
            if (before != null) {
                return;
            }
        }
        take(session, asked);
    }

    private void take(Session session, Asked asked) {
        Uni.combine()
                .all()
                .unis(company.blocked(session.userId()), areAll(session.userId(), asked.rooms()))
                .asTuple()
                .subscribe()
                .with(
                        known -> {
                            if (known.getItem2()) {
                                loop.watch(session, asked, known.getItem1(), () -> tooMany(session));
                            } else {
                                refuse(session, RejectCode.NOT_MEMBER, "no such conversation", null);
                            }
                            next(session);
                        },
                        away -> {
                            refuse(session, RejectCode.UNAVAILABLE, "nobody can tell who is there", RETRY_MILLIS);
                            next(session);
                        });
    }

    private void next(Session session) {
        Asked next;
        synchronized (waiting) {
            next = waiting.get(session.id());
            if (next == null || next.equals(NOTHING)) {
                waiting.remove(session.id());
                return;
            }
            waiting.put(session.id(), NOTHING);
        }
        take(session, next);
    }

    private Uni<Boolean> areAll(String user, @Nullable Collection<String> rooms) {
        return Multi.createFrom()
                .iterable(rooms == null ? List.of() : Set.copyOf(rooms))
                .onItem()
                .transformToUniAndConcatenate(room -> isMember(user, room))
                .filter(member -> !member)
                .toUni()
                .map(stranger -> stranger == null);
    }

    private Uni<Boolean> isMember(String user, String room) {
        return ConversationId.parse(room).orElse(null) instanceof ConversationId.Room
                ? company.standing(user, room).map(Standing.Member.class::isInstance)
                : Uni.createFrom().item(false);
    }

    static void tooMany(Session session) {
        refuse(session, RejectCode.UNAVAILABLE, "too many are watched", RETRY_MILLIS);
    }

    static void refuse(Session session, RejectCode code, String detail, @Nullable Long retryAfterMillis) {
        session.offer(Outgoing.answer(new ServerFrame.Rejected(null, "watch", code, detail, retryAfterMillis)));
    }
}
