package dev.postrider.e2e.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.stack.server.MySqlDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types what docs/operations.md says. */
final class Operator {
    private static final Path PAGE = Path.of("../docs/operations.md");

    private final Path folder;
    private final MySqlDatabase database;

    /** @param folder where the commands are typed */
    Operator(Path folder, MySqlDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    /** @param name of the comment above the command */
    void runs(String name) {
        try {
            Matcher command = Pattern.compile("<!-- " + name + " -->\n```bash\n(.*?)```", Pattern.DOTALL)
                    .matcher(Files.readString(PAGE));
            if (!command.find()) {
                throw new AssertionError("no command for " + name);
            }
            ProcessBuilder shell = new ProcessBuilder("bash", "-e", "-c", command.group(1))
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            shell.environment()
                    .putAll(Map.of(
                            "MYSQL_HOST", database.host(),
                            "MYSQL_TCP_PORT", Integer.toString(database.port()),
                            "MYSQL_PWD", database.password()));
            Process process = shell.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), said);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
