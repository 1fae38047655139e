package dev.postrider.auth.key;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.auth.AuthConfig;
import dev.postrider.auth.ops.ControlPublisher;
import dev.postrider.auth.ops.Ids;
import dev.postrider.base.identity.KeySource;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.control.ControlCodec;
import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.rest.ProblemCode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The keys of this installation, held in memory, made and replaced by {@link KeySchedule}. Any number of instances
 * may run: who makes a key holds a lock, the others read it well before it signs. While the database is away the held
 * keys go on signing and are still published.
 */
@ApplicationScoped
public class SigningKeys implements KeySource {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private final KeyStore store;
    private final ControlPublisher control;
    private final Ids ids;
    private final Vertx vertx;
    private final Clock clock;
    private final AuthConfig config;
    private final KeySchedule schedule;
    private volatile List<SigningKey> held = List.of();

    SigningKeys(KeyStore store, ControlPublisher control, Ids ids, Vertx vertx, Clock clock, AuthConfig config) {
        this.store = store;
        this.control = control;
        this.ids = ids;
        this.vertx = vertx;
        this.clock = clock;
        this.config = config;
        this.schedule = new KeySchedule(config.keyRotation(), config.keyLead(), config.accessLifetime());
    }

    void onStart(@Observes StartupEvent event) {
        upkeep();
        vertx.setPeriodic(config.keyReload().toMillis(), timer -> upkeep());
        vertx.setPeriodic(config.keyAnnounce().toMillis(), timer -> announce());
    }

    /** The key that signs now; 503 before the first was read. */
    public Signer signer() {
        SigningKey key =
                schedule.signer(held, clock.instant()).orElseThrow(() -> ProblemException.of(ProblemCode.UNAVAILABLE));
        return new Signer(key.id(), key.secret());
    }

    /** The public keys in force, as a JWK set. */
    JsonNode published() {
        Instant now = clock.instant();
        return KeyMaker.set(schedule.published(held, now), now);
    }

    /** For our own verifying: what we publish. Fails until there is a key. */
    @Override
    public Uni<JsonNode> fetch() {
        return held.isEmpty()
                ? Uni.createFrom().failure(() -> ProblemException.of(ProblemCode.UNAVAILABLE))
                : Uni.createFrom().item(this::published);
    }

    /** Makes a new key now, due or not; it signs after the lead. Answers the new key's id and that moment. */
    Uni<Rotated> rotate() {
        return change(true).map(keys -> keys.getLast()).map(key -> new Rotated(key.id(), key.signsFrom()));
    }

    private void upkeep() {
        store.all()
                .chain(keys ->
                        needsChange(keys) ? change(false) : Uni.createFrom().item(keys))
                .invoke(this::hold)
                .subscribe()
                .with(done -> {}, away -> LOG.warnf("The signing keys cannot be read now: %s", away.toString()));
    }

    private boolean needsChange(List<SigningKey> keys) {
        Instant now = clock.instant();
        return schedule.due(keys, now) || schedule.published(keys, now).size() < keys.size();
    }

    private Uni<List<SigningKey>> change(boolean evenIfNotDue) {
        return store.change(keys -> plan(keys, evenIfNotDue)).invoke(this::hold).invoke(this::announce);
    }

    private KeyStore.Change plan(List<SigningKey> keys, boolean evenIfNotDue) {
        Instant now = clock.instant();
        List<SigningKey> added = evenIfNotDue || schedule.due(keys, now)
                ? List.of(KeyMaker.make(ids.next(), schedule.signsFrom(keys, now)))
                : List.of();
        return new KeyStore.Change(
                added,
                keys.stream().filter(key -> schedule.retired(key, keys, now)).toList());
    }

    private void hold(List<SigningKey> keys) {
        boolean first = held.isEmpty() && !keys.isEmpty();
        held = List.copyOf(keys);
        if (first) {
            announce();
        }
    }

    /** Best effort and often: who misses it fetches the keys. */
    private void announce() {
        if (held.isEmpty()) {
            return;
        }
        byte[] record = ControlCodec.write(new ControlRecord.Keys(published(), clock.instant()));
        control.publish("keys", record)
                .subscribe()
                .with(done -> {}, away -> LOG.infof("The keys could not be told now: %s", away.toString()));
    }

    /** What signs. */
    public record Signer(String keyId, java.security.PrivateKey key) {}

    /** A key made on request. */
    record Rotated(String kid, Instant signsFrom) {}
}
