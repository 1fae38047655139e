package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.e2e.fault.FaultTable;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import java.util.List;
import org.junit.jupiter.api.Test;

/** G1 to G5 and G7 under faults, judged by the checker; also {@code ./dev faults}. */
@WithSuite
class FaultsTest {
    private final Suite suite;

    FaultsTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void nothingIsLostDoubledOrReorderedWhateverBreaks() throws Exception {
        List<String> broken = FaultTable.fromSettings(suite).run();
        assertTrue(broken.isEmpty(), () -> String.join("\n\n", broken));
    }
}
