package dev.postrider.stack.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps a terminal's Ctrl-C from children: it goes to a whole process group, and would end all of them at once instead
 * of in order. Where the system has {@code setsid}, each child leads a session of its own, under the same pid.
 */
final class OwnSession {
    private static final Path PROGRAM = Path.of("/usr/bin/setsid");

    private OwnSession() {}

    static List<String> command(List<String> command) {
        return Files.isExecutable(PROGRAM)
                ? Stream.concat(Stream.of(PROGRAM.toString()), command.stream()).toList()
                : command;
    }
}
