package dev.postrider.stack.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path folder;

    @Test
    void secretIsMadeOnceAndLongEnoughForEveryService() {
        String first = new Secrets(folder.resolve("secrets")).cursorSecret();

        String second = new Secrets(folder.resolve("secrets")).cursorSecret();

        assertEquals(first, second);
        assertTrue(first.matches("[A-Za-z0-9_-]{48}"));
        assertNotEquals(first, new Secrets(folder.resolve("secrets")).serviceKey());
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        new Secrets(folder.resolve("secrets")).serviceKey();

        assertEquals("rw-------", mode(folder.resolve("secrets/service-key")));
        assertEquals("rwx------", mode(folder.resolve("secrets")));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
