package dev.postrider.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run.
 *
 * @param part name under which people know the process
 * @param environment added to that of this process
 * @param log both outputs are appended here
 * @param givesWay whether it gets a small share of the processors while others want them, as hashing of passwords
 *     should; it gets all that nobody wants
 */
public record Launch(String part, List<String> command, Map<String, String> environment, Path log, boolean givesWay) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public Launch(String part, List<String> command, Map<String, String> environment, Path log) {
        this(part, command, environment, log, false);
    }

    /** Without additions to the environment. */
    public static Launch of(String part, List<String> command, Path log) {
        return new Launch(part, command, Map.of(), log);
    }

    /** The same, but it gives way to others. */
    public Launch givingWay() {
        return new Launch(part, command, environment, log, true);
    }
}
