package dev.postrider.deployment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs that a machine may lack. Their tests are skipped there, but where {@code POSTRIDER_TOOLS} names the program: a
 * build machine has installed it and must not pass without.
 */
public final class Tools {
    private static final String MUST = "POSTRIDER_TOOLS";

    private Tools() {}

    /** Ends the test where that program is not on the path. */
    public static void need(String program) {
        if (List.of(System.getenv().getOrDefault(MUST, "").split("[ ,]+")).contains(program)) {
            assertTrue(isHere(program), program + " is missing, and " + MUST + " says that it must be here");
        }
        Assumptions.assumeTrue(isHere(program), program + " is not here");
    }

    private static boolean isHere(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
