package dev.postrider.stack.part;

import dev.postrider.stack.secret.Secrets;
import dev.postrider.stack.settings.StackSettings;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that is to run.
 *
 * @param servers started first, all at once
 * @param services started when servers answer, topics and schemas are there; all at once
 */
public record Plan(OutsideWorld world, List<Part> servers, List<Part> services) {

    public static Plan of(StackSettings settings) {
        Folders folders = Folders.of(settings);
        Secrets secrets = new Secrets(folders.secrets());
        OutsideWorld world = OutsideWorld.of(settings, folders, secrets);
        return new Plan(
                world,
                world.embedded().stream()
                        .map(server -> EmbeddedParts.of(server, settings, folders))
                        .toList(),
                new ServiceParts(settings, folders, world, secrets).all());
    }

    public List<Part> all() {
        return Stream.concat(servers.stream(), services.stream()).toList();
    }
}
