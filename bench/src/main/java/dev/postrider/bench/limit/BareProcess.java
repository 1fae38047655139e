package dev.postrider.bench.limit;

import dev.postrider.bench.suite.AtExit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Java process of what is measured beside the suite; it runs from the first line that says it is ready until it is closed. */
final class BareProcess implements AutoCloseable {
    private final Process process;

    private final AtExit exit;

    private BareProcess(Process process, AtExit exit) {
        this.process = process;
        this.exit = exit;
    }

    /**
     * @param words what follows {@code java}
     * @param secrets as variables of the environment, so that no list of processes shows them
     * @param ready a part of the line by which it says that it serves
     * @throws IllegalStateException where it ends before
     */
    static BareProcess start(List<String> words, Map<String, String> secrets, String ready) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(secrets);
        try {
            Process process = builder.start();
            AtExit exit = new AtExit(process::destroy);
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = said.readLine();
            while (line != null && !line.contains(ready)) {
                line = said.readLine();
            }
            if (line == null) {
                process.destroyForcibly();
                throw new IllegalStateException("did not start: " + String.join(" ", words));
            }
            // What it says from now on is read and forgotten: a full pipe would hold up whoever writes to it.
            Thread.ofVirtual().start(() -> passOver(said));
            return new BareProcess(process, exit);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void passOver(Reader said) {
        try {
            said.transferTo(Writer.nullWriter());
        } catch (IOException ended) {
            // with its process
            return;
        }
    }

    /** Runs a class of the driver's own class path. */
    static BareProcess start(
            Class<?> main, List<String> memory, List<String> arguments, Map<String, String> secrets, String ready) {
        List<String> words = new ArrayList<>(memory);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        words.addAll(arguments);
        return start(words, secrets, ready);
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        exit.close();
    }
}
