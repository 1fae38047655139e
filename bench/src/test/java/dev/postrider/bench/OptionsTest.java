package dev.postrider.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void everythingCanBeSaid() {
        Options options = Options.parse(
                List.of("--only", "direct;ramp", "--seed", "7", "--rate", "2000", "--rounds", "3", "--profile"));
        assertEquals(List.of("direct", "ramp"), options.only());
        assertEquals(7, options.seed());
        assertEquals(2_000, options.rate());
        assertEquals(3, options.rounds());
        assertTrue(options.profile());
    }

    @Test
    void nonsenseIsRefusedWithWords() {
        assertEquals(
                "--rate must be between 1 and 100000, not 0.",
                assertThrows(Options.UsageException.class, () -> Options.parse(List.of("--rate", "0")))
                        .getMessage());
        assertThrows(Options.UsageException.class, () -> Options.parse(List.of("--seed")));
        assertThrows(Options.UsageException.class, () -> Options.parse(List.of("--faster")));
    }
}
