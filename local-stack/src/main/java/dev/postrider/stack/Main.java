package dev.postrider.stack;

import dev.postrider.stack.part.NotBuiltException;
import dev.postrider.stack.screen.Style;
import dev.postrider.stack.screen.Words;
import dev.postrider.stack.server.KafkaRefusal;
import dev.postrider.stack.server.MissingBinaryException;
import dev.postrider.stack.settings.SettingsException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code up}, {@code down}, {@code status}, {@code rotate-keys} and {@code rebuild}; called by {@code ./dev}. */
public final class Main {
    private static final int USAGE_ERROR = 2;
    private static final int FAILED = 1;
    /** Held, so that its level is not forgotten with it. */
    private static final Logger KAFKA_LOG = Logger.getLogger("org.apache.kafka");

    private Main() {}

    public static void main(String[] words) {
        KAFKA_LOG.setLevel(Level.OFF);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        int code = run(List.of(words), out);
        out.flush();
        System.exit(code);
    }

    private static int run(List<String> words, PrintStream out) {
        Style style = Style.ofThisTerminal();
        Arguments arguments;
        try {
            arguments = Arguments.parse(words);
        } catch (SettingsException wrong) {
            out.println(style.bad(String.valueOf(wrong.getMessage())) + "\n\n" + Words.USAGE);
            return USAGE_ERROR;
        }
        try {
            return switch (arguments.verb()) {
                case up ->
                    arguments.detach() ? Detached.up(words, arguments, out) : new Up(arguments, out, style).run();
                case down -> Down.run(arguments, out, style);
                case status -> Status.run(arguments, out, style);
                case rotate_keys -> RotateKeys.run(arguments, out, style);
                case rebuild -> RebuildHistory.run(arguments, out, style);
            };
        } catch (SettingsException | NotBuiltException | KafkaRefusal refused) {
            out.println("  " + style.bad("✗") + " " + refused.getMessage());
        } catch (MissingBinaryException missing) {
            out.println("  " + style.bad("✗") + " There is " + missing.getMessage()
                    + ". Name one of your own in postrider.properties, or run: docker compose up");
        } catch (UncheckedIOException failed) {
            out.println("  " + style.bad("✗") + " " + failed.getCause());
        }
        return FAILED;
    }
}
