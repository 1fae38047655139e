package dev.postrider.history.sync;

import dev.postrider.base.identity.Caller;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rest.SyncAnswer;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.history.HistoryConfig;
import dev.postrider.history.page.Names;
import dev.postrider.history.store.DatabaseAwayException;
import dev.postrider.history.store.ProgressWatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Catch-up (protocol rule 12). */
@Path("/api/sync")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Sync")
public class SyncResource {
    private static final int TEXT_MAX = 1_024;

    private final Caller caller;
    private final CatchupReader reader;
    private final ProgressWatch progress;
    private final CursorSeal seal;
    private final Names names;
    private final Duration waitMax;
    private final Timer timer;

    SyncResource(Caller caller, CatchupReader reader, CursorSeal seal, Names names, Watch watch) {
        this.caller = caller;
        this.reader = reader;
        this.progress = watch.progress;
        this.seal = seal;
        this.names = names;
        this.waitMax = watch.waitMax;
        this.timer = watch.timer;
    }

    /** Waiting and measuring. */
    @jakarta.inject.Singleton
    static final class Watch {
        final ProgressWatch progress;
        final Duration waitMax;
        final Timer timer;

        Watch(ProgressWatch progress, HistoryConfig config, MeterRegistry registry) {
            this.progress = progress;
            this.waitMax = config.sync().waitMax();
            this.timer = Timer.builder("postrider.history.sync.time")
                    .description("from the question to the answer, waiting for the log included")
                    .publishPercentileHistogram()
                    .register(registry);
        }
    }

    @GET
    @Operation(summary = "All that changed after a cursor, from one consistent read; without a cursor where to begin")
    public Uni<SyncAnswer> sync(
            @Parameter(description = "of the answer before; opaque, the caller's own") @QueryParam("cursor") @Nullable
                    String cursor,
            @Parameter(description = "of welcome or checkpoint: wait up to two seconds until this is stored")
                    @QueryParam("through")
                    @Nullable
                    String through) {
        String user = caller.userId();
        LogVector since = cursor == null ? null : opened(cursor, user);
        LogVector wanted = through == null ? null : wanted(through);
        Timer.Sample sample = Timer.start();
        return waited(wanted)
                .chain(() -> reader.read(user, since))
                .chain(found -> answer(found, wanted, user))
                .onFailure(DatabaseAwayException.class)
                .transform(away -> ProblemException.of(ProblemCode.UNAVAILABLE))
                .onTermination()
                .invoke(() -> sample.stop(timer));
    }

    private Uni<Boolean> waited(@Nullable LogVector wanted) {
        return wanted == null ? Uni.createFrom().item(true) : progress.reached(wanted, waitMax);
    }

    private Uni<SyncAnswer> answer(Catchup found, @Nullable LogVector wanted, String user) {
        boolean behind = wanted != null
                && !found.vector().covers(wanted)
                && wanted.epoch() >= found.vector().epoch();
        return names.of(found.summaries())
                .map(users -> new SyncAnswer(
                        seal.seal(found.vector(), user),
                        behind,
                        found.parts().stream()
                                .map(part -> part.seenBy(user, users))
                                .toList()));
    }

    private LogVector opened(String cursor, String user) {
        return (cursor.length() > TEXT_MAX ? java.util.Optional.<LogVector>empty() : seal.open(cursor, user))
                .orElseThrow(() -> ProblemException.invalid("cursor", "form", "is none of yours"));
    }

    private static LogVector wanted(String through) {
        return LogVector.parse(through)
                .orElseThrow(() -> ProblemException.invalid("through", "form", "is not what a welcome says"));
    }
}
