package dev.postrider.base.drain;

import io.quarkus.arc.All;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import sun.misc.Signal;

/**
 * SIGTERM begins the drain, and only then the shutdown of the framework: by the time that {@code ShutdownEvent} is told,
 * the HTTP server has dropped every socket, without a word and with 1000 (seen with Quarkus 3.30). The signal is taken
 * from the JVM, which would otherwise shut everything down at once. Without anything to drain it stays with the JVM.
 */
@ApplicationScoped
class Termination {
    private final List<Drainable> drainables;

    Termination(@All List<Drainable> drainables) {
        this.drainables = drainables;
    }

    void onStart(@Observes StartupEvent event) {
        if (LaunchMode.current() == LaunchMode.NORMAL && !drainables.isEmpty()) {
            Signal.handle(new Signal("TERM"), signal -> start());
        }
    }

    /** The JVM calls on a thread that knows nothing of the application's classes. */
    private void start() {
        Thread thread = Thread.ofPlatform().name("drain").unstarted(this::leave);
        thread.setContextClassLoader(Termination.class.getClassLoader());
        thread.start();
    }

    private void leave() {
        try {
            for (Drainable one : drainables) {
                one.drain();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            Quarkus.asyncExit();
        }
    }
}
