package dev.postrider.base.control;

import dev.postrider.base.identity.EndedSessions;
import dev.postrider.base.identity.KeyRing;
import dev.postrider.contracts.control.ControlRecord;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Runs this process's {@link ControlReader}: keys and ended sessions first, then whatever {@link ControlListener} beans
 * there are. The process is not ready before the retained records were applied.
 */
@Singleton
@Readiness
public class Control implements HealthCheck {
    private final ControlReader reader;
    private final KeyRing keys;
    private final EndedSessions ended;
    private final Instance<ControlListener> listeners;

    public Control(
            SmallRyeConfig config, KeyRing keys, EndedSessions ended, @Any Instance<ControlListener> listeners) {
        this.reader = new ControlReader(config.getValue("kafka.bootstrap.servers", String.class));
        this.keys = keys;
        this.ended = ended;
        this.listeners = listeners;
    }

    void start(@Observes StartupEvent event) {
        reader.listen(this::identity);
        listeners.forEach(reader::listen);
        reader.start();
    }

    void stop(@Observes ShutdownEvent event) {
        reader.close();
    }

    public boolean caughtUp() {
        return reader.caughtUp();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("control topic applied").status(reader.caughtUp()).build();
    }

    private void identity(ControlRecord record, long offset) {
        switch (record) {
            case ControlRecord.Keys published -> keys.replace(published.jwks());
            case ControlRecord.SessionEnded end -> ended.apply(end);
            case ControlRecord.Node ignored -> {}
            case ControlRecord.Gone ignored -> {}
            case ControlRecord.Profile ignored -> {}
            case ControlRecord.Membership ignored -> {}
        }
    }
}
