package dev.postrider.stack.part;

import dev.postrider.stack.part.Part.PortUse;
import dev.postrider.stack.process.Launch;
import dev.postrider.stack.secret.Secrets;
import dev.postrider.stack.settings.Setting;
import dev.postrider.stack.settings.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The four services, each from the folder its module was built into. */
final class ServiceParts {
    /** Event loops of each: the processors belong to all parts together, and one busy loop is woken less often than two. */
    private static final int LOOPS = Math.max(2, Runtime.getRuntime().availableProcessors() / 2);

    private static final Duration STOP_GRACE = Duration.ofSeconds(25);

    private final StackSettings settings;
    private final Folders folders;
    private final ServiceSettings told;

    ServiceParts(StackSettings settings, Folders folders, OutsideWorld world, Secrets secrets) {
        this.settings = settings;
        this.folders = folders;
        this.told = new ServiceSettings(settings, world, secrets);
    }

    List<Part> all() {
        List<Part> parts = new ArrayList<>();
        parts.add(part(
                "auth-service",
                "auth-service",
                Setting.AUTH_HEAP,
                told::auth,
                List.of(
                        EmbeddedParts.use(settings, Setting.AUTH_PORT),
                        EmbeddedParts.use(settings, Setting.AUTH_MANAGEMENT_PORT))));
        parts.add(part(
                "history-service",
                "history-service",
                Setting.HISTORY_HEAP,
                told::history,
                List.of(
                        EmbeddedParts.use(settings, Setting.HISTORY_PORT),
                        EmbeddedParts.use(settings, Setting.HISTORY_MANAGEMENT_PORT))));
        for (int node = 1; node <= settings.number(Setting.NODES); node++) {
            parts.add(chat(node));
        }
        parts.add(part(
                "api-gateway",
                "api-gateway",
                Setting.GATEWAY_HEAP,
                told::gateway,
                List.of(
                        new PortUse(
                                settings.number(Setting.PORT),
                                "choose another with --port, or set port in postrider.properties"),
                        EmbeddedParts.use(settings, Setting.GATEWAY_MANAGEMENT_PORT))));
        return parts;
    }

    private Part chat(int node) {
        List<PortUse> ports = List.of(
                new PortUse(
                        told.chatPort(node),
                        EmbeddedParts.use(settings, Setting.CHAT_PORT).change()),
                new PortUse(
                        told.chatManagementPort(node),
                        EmbeddedParts.use(settings, Setting.CHAT_MANAGEMENT_PORT)
                                .change()));
        return part("chat-service-" + node, "chat-service", Setting.CHAT_HEAP, () -> told.chat(node), ports);
    }

    private Part part(
            String name, String module, Setting heap, Supplier<Map<String, String>> settingsOf, List<PortUse> ports) {
        Path log = folders.log(name);
        HealthCheck health = new HealthCheck(ports.getLast().port());
        return new Part(
                name,
                ports.getFirst().port(),
                ports,
                log,
                () -> Launch.of(name, command(name, module, heap, settingsOf.get()), log),
                health::ready,
                STOP_GRACE);
    }

    private List<String> command(String name, String module, Setting heap, Map<String, String> given)
            throws IOException {
        Path jar = settings.home().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new NotBuiltException(module);
        }
        Path file = PrivateFile.write(folders.run().resolve(name + ".properties"), given);
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.text(heap),
                "-Xms80m",
                "-XX:NewSize=48m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ThreadPriorityPolicy=1",
                "-XX:CompilerThreadPriority=10",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dquarkus.profile=local",
                "-Dquarkus.vertx.event-loops-pool-size=" + LOOPS,
                "-Dsmallrye.config.locations=" + file.toUri(),
                "-jar",
                jar.toString());
    }
}
