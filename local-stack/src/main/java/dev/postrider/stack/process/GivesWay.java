package dev.postrider.stack.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small share of the processors for one child, as a container's CPU request gives it: about a tenth of what another
 * busy process gets. Linux shares between sessions first ("autogroup") and looks at nice values only within one, so both
 * are set; the shell becomes the command, under the same pid. Without a shell and {@code nice} nothing is changed.
 */
final class GivesWay {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final String SCRIPT =
            "if [ -w /proc/self/autogroup ]; then echo 10 > /proc/self/autogroup; fi 2>/dev/null; exec nice -n 10 \"$@\"";

    private GivesWay() {}

    static List<String> command(List<String> command) {
        return Files.isExecutable(SHELL) && Files.isExecutable(NICE)
                ? Stream.concat(Stream.of(SHELL.toString(), "-c", SCRIPT, "sh"), command.stream())
                        .toList()
                : command;
    }
}
