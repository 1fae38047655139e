package dev.postrider.stack;

import dev.postrider.stack.part.Folders;
import dev.postrider.stack.process.Child;
import dev.postrider.stack.process.ProcessRecords;
import dev.postrider.stack.run.Leftovers;
import dev.postrider.stack.screen.Style;
import dev.postrider.stack.settings.StackSettings;
import java.io.PrintStream;
import java.time.Duration;

/** Ends the launcher, which ends the rest; or what a killed launcher left. */
final class Down {
    private static final Duration GRACE = Duration.ofSeconds(90);

    private Down() {}

    static int run(Arguments arguments, PrintStream out, Style style) {
        StackSettings settings = StackSettings.load(arguments.home(), arguments.settings(), arguments.flags());
        ProcessRecords records = ProcessRecords.in(Folders.of(settings).run());
        boolean wasRunning = records.owner().isPresent();
        if (wasRunning) {
            out.println("  stopping: sockets drain first, the database comes last ...");
            out.flush();
        }
        records.owner().ifPresent(owner -> Child.of("launcher", owner).stop(GRACE));
        Leftovers left = Leftovers.find(records);
        left.stop();
        records.removeOwner();
        if (wasRunning) {
            out.println("  " + style.good("✓") + " stopped; data stays");
        } else if (!left.parts().isEmpty()) {
            out.println("  " + style.good("✓") + " stopped what a killed launcher had left: "
                    + String.join(", ", left.parts()));
        } else {
            out.println("  Postrider is not running here.");
        }
        return 0;
    }
}
