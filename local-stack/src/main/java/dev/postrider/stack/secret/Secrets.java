package dev.postrider.stack.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** One file per secret; what is there is kept, because cursors and sealed keys of the data beside it depend on it. */
public final class Secrets {
    private static final int RANDOM_BYTES = 36;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** Shown by services to each other. */
    public String serviceKey() {
        return get("service-key");
    }

    /** Signs cursors. */
    public String cursorSecret() {
        return get("cursor-secret");
    }

    /** Seals the private signing keys in the database. */
    public String keyEncryptionSecret() {
        return get("key-encryption-secret");
    }

    /** Of the embedded database. */
    public String databasePassword() {
        return get("database-password");
    }

    /** 48 characters of base64url. */
    private synchronized String get(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.readString(file).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void create(Path file) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        Path beside = Files.createTempFile(
                folder,
                file.getFileName().toString(),
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                beside, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), StandardOpenOption.WRITE);
        Files.move(beside, file);
    }
}
