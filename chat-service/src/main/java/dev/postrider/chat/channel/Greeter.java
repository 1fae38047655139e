package dev.postrider.chat.channel;

import dev.postrider.chat.session.Session;
import dev.postrider.chat.time.Timers;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rest.User;
import dev.postrider.contracts.rule.Limits;
import dev.postrider.contracts.topic.LogVector;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Says {@code welcome} with the log's ends, asked for at the earliest when the session is handed over. Where the log
 * cannot be asked now, tries again until the socket is gone. While nobody can tell who the user is, the token does.
 */
public final class Greeter implements Consumer<Session> {
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private final LogEnds ends;
    private final Function<String, CompletionStage<User>> users;
    private final Limits limits;
    private final Clock clock;
    private final Timers timers;
    private final Consumer<Session> greeted;

    /**
     * @param users a user by id, as the user may see themselves
     * @param greeted hears of every greeting
     */
    public Greeter(
            LogEnds ends,
            Function<String, CompletionStage<User>> users,
            Limits limits,
            Clock clock,
            Timers timers,
            Consumer<Session> greeted) {
        this.ends = ends;
        this.users = users;
        this.limits = limits;
        this.clock = clock;
        this.timers = timers;
        this.greeted = greeted;
    }

    @Override
    public void accept(Session session) {
        if (session.closed()) {
            return;
        }
        ends.ask()
                .thenCombine(selfOf(session), (through, user) -> welcome(session, through, user))
                .whenComplete((welcome, away) -> {
                    if (away == null) {
                        session.greet(welcome);
                        greeted.accept(session);
                    } else {
                        timers.after(AGAIN_AFTER, () -> accept(session));
                    }
                });
    }

    private CompletionStage<User> selfOf(Session session) {
        return users.apply(session.userId()).exceptionallyCompose(away -> {
            User named = session.self();
            return named == null ? CompletableFuture.failedFuture(away) : CompletableFuture.completedFuture(named);
        });
    }

    private ServerFrame.Welcome welcome(Session session, LogVector through, User user) {
        long expiresIn = Math.max(
                0, Duration.between(clock.instant(), session.tokenEnds()).toSeconds());
        return new ServerFrame.Welcome(
                session.id(), user, clock.instant(), through.text(), limits, limits.heartbeatSeconds(), expiresIn);
    }
}
