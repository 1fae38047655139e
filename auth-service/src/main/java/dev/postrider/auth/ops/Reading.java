package dev.postrider.auth.ops;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Looks something up. A database that is frozen rather than gone counts as away after a while: 503, nothing was done. */
public final class Reading {
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private Reading() {}

    public static <T> Uni<T> of(Supplier<Uni<T>> work) {
        return Patience.within(LONGEST, Panache.withSession(work), TimeoutException::new);
    }
}
