package dev.postrider.stack;

import dev.postrider.stack.part.Folders;
import dev.postrider.stack.process.Child;
import dev.postrider.stack.process.ProcessRecords;
import dev.postrider.stack.run.Leftovers;
import dev.postrider.stack.screen.Style;
import dev.postrider.stack.settings.StackSettings;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Ends the launcher, which ends the rest; or what a killed launcher left. */
final class Down {
    private static final Duration GRACE = Duration.ofSeconds(90);

    private Down() {}

    static int run(Arguments arguments, PrintStream out, Style style) {
        StackSettings settings = StackSettings.load(arguments.home(), arguments.settings(), arguments.flags());
        ProcessRecords records = ProcessRecords.in(Folders.of(settings).run());
        boolean wasRunning = records.owner().isPresent();
        records.owner().ifPresent(owner -> Child.of("launcher", owner).stop(GRACE));
        List<String> left = Leftovers.stop(records);
        records.removeOwner();
        if (wasRunning) {
            out.println("  " + style.good("✓") + " stopped; data stays");
        } else if (!left.isEmpty()) {
            out.println(
                    "  " + style.good("✓") + " stopped what a killed launcher had left: " + String.join(", ", left));
        } else {
            out.println("  Postrider is not running here.");
        }
        return 0;
    }
}
