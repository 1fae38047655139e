package dev.postrider.chat.channel;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Who gets an event: asked after its append, anew for each try, by any thread. */
public interface Audience {
    /** Them, as this node knows now; null where it must find out first. */
    @Nullable
    Collection<String> now();

    /** Completes when it is worth to ask {@link #now} again, whatever came of finding out; never exceptionally. */
    CompletionStage<Void> known();

    /** These, whoever is a member of anything. */
    static Audience of(Collection<String> users) {
        return new Audience() {
            @Override
            public Collection<String> now() {
                return users;
            }

            @Override
            public CompletionStage<Void> known() {
                return CompletableFuture.completedFuture(null);
            }
        };
    }
}
