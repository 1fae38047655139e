package dev.postrider.gateway.listen;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while requests are taken. Parts behind may be away: the gateway then says so, which is its work. */
@Readiness
@ApplicationScoped
public class ListenerReady implements HealthCheck {
    private final Startup startup;

    ListenerReady(Startup startup) {
        this.startup = startup;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("listener").status(startup.isReady()).build();
    }
}
