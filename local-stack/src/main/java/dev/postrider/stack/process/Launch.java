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
 */
public record Launch(String part, List<String> command, Map<String, String> environment, Path log) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Without additions to the environment. */
    public static Launch of(String part, List<String> command, Path log) {
        return new Launch(part, command, Map.of(), log);
    }
}
