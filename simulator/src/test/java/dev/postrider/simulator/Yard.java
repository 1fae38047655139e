package dev.postrider.simulator;

import dev.postrider.chat.room.Decision;
import dev.postrider.chat.room.RoomCommand;
import dev.postrider.chat.room.RoomFacts;
import dev.postrider.chat.room.RoomFacts.Person;
import dev.postrider.chat.room.RoomRules;
import dev.postrider.chat.room.RoomTables;
import dev.postrider.chat.room.Roster;
import dev.postrider.chat.room.Roster.Seat;
import dev.postrider.chat.room.RosterSource;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.Event.Role;
import dev.postrider.contracts.rest.RoomChange.Visibility;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.rule.ConversationId.Direct;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A room that Wren owns, Moss is a member of, and Fern is let into and removed from: its tables, in one database for all
 * nodes. What a command does is decided by the production rules; transactions and the room's lock are played here.
 */
final class Yard {
    static final String ID = "01M7WYARDYARDYARDYARDYARD0";
    static final String ROOM = "room:" + ID;
    private static final long GIVEN_UP_AFTER = 3_000;
    private static final long TELLS_FOR = 2_000;

    private final Timeline time;
    private final @Nullable Rule without;
    private final Map<String, Member> members = new HashMap<>();
    private final TreeMap<Long, Row> outbox = new TreeMap<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private @Nullable Object holder;
    private @Nullable Object teller;
    private long tellerUntil;
    private long change;

    /** @param since the position of the joining; null until the log has it */
    private record Member(
            boolean present,
            Role.Name role,
            long joinedBy,
            @Nullable Long since) {}

    private record Row(Event event, long at, boolean logged) {}

    private record Telling(
            Object me, Function<Event, CompletionStage<Event>> append, CompletableFuture<List<Event>> answer) {}

    Yard(Timeline time, Broker broker, @Nullable Rule without) {
        this.time = time;
        this.without = without;
        List<Event> first =
                new ArrayList<>(RoomRules.founded(ID, People.WREN, "the yard", "", Visibility.PRIVATE, joinedOnly()));
        first.add(new Event.Joined(
                ROOM, Event.UNSTAMPED, People.WREN, List.of(People.MOSS), Role.Name.member, Instant.EPOCH, 3L));
        first.forEach(event -> {
            apply(event);
            logged(broker.append(event, 0));
        });
        outbox.clear();
    }

    private static Settings joinedOnly() {
        Settings all = Settings.DEFAULTS;
        return new Settings(Settings.Visible.joined, all.posting(), all.invite(), all.everyone(), 0, null);
    }

    /** Whether the tables show this user as a member now. */
    boolean has(String user) {
        return members.containsKey(user) && members.get(user).present();
    }

    /** Rows that the log or the nodes were not told of. */
    int left() {
        return outbox.size();
    }

    private RoomFacts facts() {
        Map<String, Person> people = new HashMap<>();
        members.forEach((user, one) -> people.put(user, new Person(one.present(), false, one.role(), Instant.EPOCH)));
        return new RoomFacts(
                ID,
                "the yard",
                "",
                Visibility.PRIVATE,
                false,
                joinedOnly(),
                Instant.EPOCH,
                change,
                people.size(),
                people,
                Optional.of(People.MOSS));
    }

    private Roster roster() {
        Map<String, Seat> seats = new HashMap<>();
        members.forEach((user, one) -> {
            Long since = without == Rule.JOINING_COUNTS_IN_LOG ? Long.valueOf(0) : one.since();
            if (one.present() && since != null) {
                seats.put(user, new Seat(one.role(), since));
            }
        });
        return Roster.OfRoom.of(seats, false, joinedOnly());
    }

    private void apply(Event event) {
        change = Decision.change(event);
        outbox.put(change, new Row(event, time.now(), false));
        switch (event) {
            case Event.Joined joined ->
                joined.users().forEach(user -> members.put(user, new Member(true, joined.role(), change, null)));
            case Event.Left left ->
                members.computeIfPresent(
                        left.user(), (user, one) -> new Member(false, one.role(), one.joinedBy(), one.since()));
            default -> {}
        }
    }

    private void logged(Event event) {
        long number = Decision.change(event);
        outbox.computeIfPresent(number, (same, row) -> new Row(event, time.now(), true));
        members.replaceAll((user, one) ->
                one.joinedBy() == number ? new Member(one.present(), one.role(), number, event.position()) : one);
    }

    /** As a node's process sees it, which may stand still or die in the midst of a transaction. */
    RoomTables seenBy(Host host) {
        return new Seen(host);
    }

    RosterSource rosters(Host host) {
        return new RosterSource() {
            @Override
            public CompletionStage<Optional<Reading>> read(String conversation) {
                return ConversationId.parse(conversation).orElse(null) instanceof Direct direct
                        ? CompletableFuture.completedFuture(
                                Optional.of(new Reading(Roster.OfDirect.of(direct, false), true)))
                        : statement(host, () -> Optional.of(new Reading(roster(), true)));
            }

            @Override
            public CompletionStage<Boolean> wasMember(String userId, String conversation) {
                return statement(host, () -> members.containsKey(userId));
            }
        };
    }

    private <T> CompletionStage<T> statement(Host host, Supplier<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        time.after(time.between(1, 15), () -> {
            T done = work.get();
            host.later(time.chance(10) ? time.between(50, 1_000) : time.between(1, 15), () -> answer.complete(done));
        });
        return answer;
    }

    /**
     * Runs it when the lock is free. The database gives a connection up that says nothing for long, and one whose process
     * is dead at once.
     */
    private void locked(Host host, Object mine, Runnable work) {
        if (holder != null) {
            waiting.add(() -> locked(host, mine, work));
            return;
        }
        holder = mine;
        time.after(host.dead() ? 0 : GIVEN_UP_AFTER, () -> unlock(mine));
        work.run();
    }

    private void unlock(Object mine) {
        if (holder == mine) {
            holder = null;
            Runnable next = waiting.poll();
            if (next != null) {
                next.run();
            }
        }
    }

    private final class Seen implements RoomTables {
        private final Host host;

        private Seen(Host host) {
            this.host = host;
        }

        /** The yard stays. */
        @Override
        public CompletionStage<List<String>> dismissed(String room, long change) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletionStage<Decision> change(String room, String caller, RoomCommand command) {
            CompletableFuture<Decision> answer = new CompletableFuture<>();
            Object mine = new Object();
            time.after(
                    time.between(1, 15),
                    () -> locked(
                            host,
                            mine,
                            () -> host.later(time.between(1, 15), () -> {
                                Decision decision = RoomRules.decide(facts(), caller, command);
                                commit(mine, answer, decision, () -> {
                                    if (decision instanceof Decision.Done done) {
                                        done.events().forEach(Yard.this::apply);
                                    }
                                });
                            })));
            return answer;
        }

        /** Only what still holds the lock was not given up. */
        private <T> void commit(Object mine, CompletableFuture<T> answer, T result, Runnable work) {
            time.after(time.between(1, 10), () -> {
                boolean alive = holder == mine;
                if (alive) {
                    work.run();
                    unlock(mine);
                }
                host.later(time.between(1, 10), () -> {
                    if (alive) {
                        answer.complete(result);
                    } else {
                        answer.completeExceptionally(new IllegalStateException("the connection was given up"));
                    }
                });
            });
        }

        @Override
        public CompletionStage<List<Event>> appendWaiting(String room, Function<Event, CompletionStage<Event>> append) {
            CompletableFuture<List<Event>> answer = new CompletableFuture<>();
            time.after(time.between(1, 15), () -> inTurn(change, new Telling(new Object(), append, answer)));
            return answer;
        }

        /** One tells at a time, unless one takes long. */
        private void inTurn(long newest, Telling telling) {
            if (untold().noneMatch(event -> Decision.change(event) <= newest)) {
                host.later(time.between(1, 10), () -> telling.answer().complete(List.of()));
            } else if (time.now() < tellerUntil) {
                host.later(20, () -> time.after(time.between(1, 15), () -> inTurn(newest, telling)));
            } else {
                teller = telling.me();
                tellerUntil = time.now() + TELLS_FOR;
                Deque<Event> untold = new ArrayDeque<>(untold().toList());
                host.later(time.between(1, 20), () -> {
                    if (without == Rule.CHANGES_ONE_BY_ONE) {
                        together(untold, telling);
                    } else {
                        next(untold, new ArrayList<>(), telling);
                    }
                });
            }
        }

        private void next(Deque<Event> untold, List<Event> done, Telling telling) {
            Event one = untold.poll();
            if (one == null) {
                keep(done, telling);
                return;
            }
            telling.append().apply(one).whenComplete((stamped, unknown) -> {
                if (unknown == null) {
                    done.add(stamped);
                    next(untold, done, telling);
                } else {
                    time.after(time.between(1, 10), () -> release(telling.me()));
                    telling.answer().completeExceptionally(unknown);
                }
            });
        }

        /** All at once, and what was acknowledged is kept. */
        private void together(Deque<Event> untold, Telling telling) {
            List<Event> done = new ArrayList<>();
            int[] open = {untold.size()};
            untold.forEach(one -> telling.append().apply(one).whenComplete((stamped, unknown) -> {
                if (unknown == null) {
                    done.add(stamped);
                }
                if (--open[0] == 0) {
                    keep(done, telling);
                }
            }));
        }

        /** Those that nobody else has kept. */
        private void keep(List<Event> done, Telling telling) {
            time.after(time.between(1, 15), () -> {
                List<Event> kept = done.stream().filter(Yard.this::unlogged).toList();
                kept.forEach(Yard.this::kept);
                release(telling.me());
                host.later(time.between(1, 10), () -> telling.answer().complete(kept));
            });
        }

        @Override
        public CompletionStage<List<Event>> logged(String room, long olderThanMillis) {
            return statement(
                    host,
                    () -> outbox.values().stream()
                            .filter(row -> row.logged() && row.at() <= time.now() - olderThanMillis)
                            .map(Row::event)
                            .toList());
        }

        @Override
        public CompletionStage<Void> told(String room, long number) {
            return statement(host, () -> {
                outbox.remove(number);
                return null;
            });
        }

        @Override
        public CompletionStage<List<String>> waiting(long olderThanMillis, int roomsMax) {
            return statement(
                    host,
                    () -> outbox.values().stream().anyMatch(row -> row.at() <= time.now() - olderThanMillis)
                            ? List.of(ID)
                            : List.of());
        }
    }

    private Stream<Event> untold() {
        return outbox.values().stream()
                .filter(row -> !row.logged())
                .map(row -> row.event().stamped(Event.UNSTAMPED, Instant.EPOCH));
    }

    private boolean unlogged(Event event) {
        return untold().anyMatch(one -> Decision.change(one) == Decision.change(event));
    }

    private void release(Object me) {
        if (teller == me) {
            tellerUntil = 0;
        }
    }

    private void kept(Event event) {
        logged(event);
        if (without == Rule.OUTBOX_UNTIL_TOLD) {
            outbox.remove(Decision.change(event));
        }
    }
}
