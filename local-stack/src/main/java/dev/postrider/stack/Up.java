package dev.postrider.stack;

import dev.postrider.stack.part.Folders;
import dev.postrider.stack.part.Plan;
import dev.postrider.stack.process.ProcessRecords;
import dev.postrider.stack.run.Leftovers;
import dev.postrider.stack.run.PortCheck;
import dev.postrider.stack.run.RunningSettings;
import dev.postrider.stack.run.Stack;
import dev.postrider.stack.screen.Screen;
import dev.postrider.stack.screen.Style;
import dev.postrider.stack.screen.Words;
import dev.postrider.stack.settings.Setting;
import dev.postrider.stack.settings.SettingsException;
import dev.postrider.stack.settings.StackSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Starts everything and stays until it is told to end. */
final class Up {
    private final Arguments arguments;
    private final PrintStream out;
    private final Style style;
    private final StackSettings settings;
    private final Folders folders;
    private final ProcessRecords records;
    private final CountDownLatch stopped = new CountDownLatch(1);

    Up(Arguments arguments, PrintStream out, Style style) {
        this.arguments = arguments;
        this.out = out;
        this.style = style;
        this.settings = StackSettings.load(arguments.home(), arguments.settings(), arguments.flags());
        this.folders = Folders.of(settings);
        this.records = ProcessRecords.in(folders.run());
    }

    /** @return exit code; only when it could not start, since otherwise a signal ends this process */
    int run() {
        long began = System.nanoTime();
        try (Screen screen = new Screen(out, style)) {
            screen.line("");
            screen.line("  " + style.strong("Postrider") + style.faint("  local stack, data in " + folders.data()));
            screen.line("");
            makeRoom(screen);
            Plan plan = Plan.of(settings);
            PortCheck.check(plan.all());
            RunningSettings.save(settings, folders.run());
            Stack stack = new Stack(plan, records, screen, (short) settings.number(Setting.KAFKA_REPLICATION));
            stopWithThisProcess(stack, screen);
            return start(stack, screen, began);
        }
    }

    private int start(Stack stack, Screen screen, long began) {
        try {
            if (stack.start()) {
                tellReady(screen, Duration.ofNanos(System.nanoTime() - began));
            }
            stopped.await();
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** Nobody else in this data folder, no leftovers, nothing old where {@code --fresh} was said. */
    private void makeRoom(Screen screen) {
        records.owner().ifPresent(owner -> {
            throw new SettingsException("Postrider is already running here (pid %d). See ./dev status, or ./dev down."
                    .formatted(owner.pid()));
        });
        Leftovers left = Leftovers.find(records);
        if (!left.parts().isEmpty()) {
            screen.line("  " + style.warning("!") + " a killed launcher left these, stopping them first: "
                    + String.join(", ", left.parts()));
            left.stop();
        }
        if (arguments.fresh()) {
            DataFolder.clear(folders.data(), folders.log(Detached.PART));
            screen.line("  " + style.good("✓") + " all data forgotten");
        }
        records.writeOwner(ProcessHandle.current());
    }

    private void stopWithThisProcess(Stack stack, Screen screen) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            screen.line("");
                            stack.stop();
                            try {
                                Files.deleteIfExists(readyFile(folders));
                            } catch (IOException unreadable) {
                                screen.line("  " + unreadable);
                            }
                            records.removeOwner();
                            screen.close();
                            stopped.countDown();
                        },
                        "stop"));
    }

    private void tellReady(Screen screen, Duration took) {
        boolean page = settings.path(Setting.PAGE).toFile().isDirectory();
        String how = System.getenv(Detached.VARIABLE) == null ? "Ctrl-C" : "./dev down";
        String stop = how + " stops everything; data stays. Logs: " + folders.log("<part>");
        Words.ready(settings, style, took, page, stop).forEach(screen::line);
        try {
            Files.writeString(readyFile(folders), "ready\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** There while everything is, or once was, ready in this run. */
    static Path readyFile(Folders folders) {
        return folders.run().resolve("ready");
    }
}
