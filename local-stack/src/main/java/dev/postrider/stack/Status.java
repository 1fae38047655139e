package dev.postrider.stack;

import dev.postrider.stack.part.Folders;
import dev.postrider.stack.part.Plan;
import dev.postrider.stack.process.ProcessRecords;
import dev.postrider.stack.run.RunningSettings;
import dev.postrider.stack.screen.Style;
import dev.postrider.stack.screen.Words;
import dev.postrider.stack.settings.StackSettings;
import dev.postrider.stack.status.PartStatus;
import dev.postrider.stack.status.PartStatus.Health;
import dev.postrider.stack.status.StatusReport;
import java.io.PrintStream;
import java.util.List;

/** Tells what runs. */
final class Status {
    private Status() {}

    /** @return 0 when all is up, or for programs; else 1 */
    static int run(Arguments arguments, PrintStream out, Style style) {
        StackSettings asked = StackSettings.load(arguments.home(), arguments.settings(), arguments.flags());
        Folders folders = Folders.of(asked);
        ProcessRecords records = ProcessRecords.in(folders.run());
        boolean running = records.owner().isPresent() || !records.leftovers().isEmpty();
        List<PartStatus> parts = running
                ? StatusReport.of(
                        Plan.of(RunningSettings.load(arguments.home(), folders.run())
                                        .orElse(asked))
                                .all(),
                        records)
                : List.of();
        if (arguments.json()) {
            out.println(StatusReport.json(parts));
            return 0;
        }
        if (parts.isEmpty()) {
            out.println("  Postrider is not running here. Start it: ./dev up");
            return 1;
        }
        Words.table(parts, style, arguments.home()).forEach(out::println);
        return parts.stream().allMatch(part -> part.health() == Health.up) ? 0 : 1;
    }
}
