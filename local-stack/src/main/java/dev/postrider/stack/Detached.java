package dev.postrider.stack;

import dev.postrider.stack.part.Folders;
import dev.postrider.stack.process.Child;
import dev.postrider.stack.process.Launch;
import dev.postrider.stack.process.Patience;
import dev.postrider.stack.settings.StackSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code up --detach}: the launcher as a process of its own, its words repeated here until it is ready. */
final class Detached {
    /** Tells the launcher that no terminal is left to press keys in. */
    static final String VARIABLE = "POSTRIDER_DETACHED";

    /** Its log is named like it. */
    static final String PART = "local-stack";

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int BYTES_AT_ONCE = 8_192;

    private Detached() {}

    static int up(List<String> words, Arguments arguments, PrintStream out) {
        StackSettings settings = StackSettings.load(arguments.home(), arguments.settings(), arguments.flags());
        Folders folders = Folders.of(settings);
        Path log = folders.log(PART);
        try {
            Files.createDirectories(log.getParent());
            Files.deleteIfExists(log);
            Files.deleteIfExists(Up.readyFile(folders));
            Child launcher = Child.start(
                    new Launch(PART, command(words), Map.of("POSTRIDER_TERMINAL", "0", VARIABLE, "1"), log));
            return follow(launcher, log, Up.readyFile(folders), out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int follow(Child launcher, Path log, Path readyFile, PrintStream out) throws IOException {
        long[] told = {0};
        boolean decided = Patience.await(LIMIT, () -> {
            told[0] = repeat(log, told[0], out);
            return Files.exists(readyFile) || !launcher.alive();
        });
        repeat(log, told[0], out);
        if (!decided) {
            out.println("  not ready after " + LIMIT.toMinutes() + " minutes; it goes on trying, see ./dev status");
        }
        return decided && launcher.alive() ? 0 : 1;
    }

    private static long repeat(Path log, long from, PrintStream out) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            byte[] news = new byte[BYTES_AT_ONCE];
            int length = file.read(news);
            if (length <= 0) {
                return from;
            }
            int lineEnd = length;
            while (lineEnd > 0 && news[lineEnd - 1] != '\n') {
                lineEnd--;
            }
            out.print(new String(news, 0, lineEnd, StandardCharsets.UTF_8));
            out.flush();
            return from + lineEnd;
        } catch (IOException notYet) {
            return from;
        }
    }

    private static List<String> command(List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                "nohup",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        words.stream().filter(word -> !word.equals("--detach")).forEach(command::add);
        return command;
    }
}
